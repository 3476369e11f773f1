import type { ProblemCode } from "./problem-codes"
import type { ProblemRecord } from "./problems"
import { fillIn, textValues } from "../text-template"

/** A problem in words: what is wrong, and the way out. */
export interface ProblemText {
  sentence: string
  way_out: string
}

/** The reason of an order that Medusa wrote and linked to nothing. */
export const LEFT_UNLINKED = "left_unlinked"

/** A code has one text, and the order without a debit has two. */
export type ProblemTextKey = ProblemCode | "order_left_unlinked"

/**
 * The merchant's sentences in English, with `{{name}}` where a detail of the problem stands: the API fills them in, the
 * dashboard has them in its reader's language.
 */
export const PROBLEM_TEXTS: Record<ProblemTextKey, ProblemText> = {
  order_without_debit: {
    sentence: "The order stands and no debit pays for it.",
    way_out: "Send the customer the link to pay again, or cancel the order.",
  },
  order_left_unlinked: {
    sentence: "A server died while it placed this order: it belongs to no cart, and nothing pays for it.",
    way_out: "Cancel it: where the customer pressed pay again, another order was placed.",
  },
  debit_without_order: {
    sentence: "A debit of {{amount}} {{currency}} was approved and pays for no order.",
    way_out: "Refund it in CatalystPay's admin panel, or by bank transfer.",
  },
  outcome_unknown: {
    sentence: "A debit was submitted, and CatalystPay has not said what became of it.",
    way_out: "Look the reference up in CatalystPay's admin panel before you deliver or ask for another payment.",
  },
  canceled_order_keeps_money: {
    sentence: "The order was cancelled, and its debit of {{amount}} {{currency}} was collected.",
    way_out: "Refund it in CatalystPay's admin panel, or by bank transfer.",
  },
  refund_overdue: {
    sentence: "A refund of {{amount}} {{currency}} has been due for more than 7 days.",
    way_out:
      "Pay it in CatalystPay's admin panel; it is confirmed by itself once CatalystPay reports it. Or pay it by bank transfer, " +
      "and mark it as paid out.",
  },
  chargeback_after_refund: {
    sentence: "The debtor charged {{amount}} {{currency}} back that had been refunded: the money left twice.",
    way_out: "Claim it back from the customer; the debit itself cannot be disputed.",
  },
  amount_mismatch: {
    sentence: "CatalystPay or the order speaks of {{found}}, the debit is of {{expected}}.",
    way_out: "Compare the two, then refund what is too much or ask for what is missing.",
  },
  webhooks_silent: {
    sentence: "Debits wait and no webhook has come.",
    way_out: "Check the webhook address and its events in CatalystPay's admin panel.",
  },
  webhook_signature_failing: {
    sentence: "Webhooks come whose signature does not match.",
    way_out: "Compare webhookSecret with the signing secret of the webhook profile.",
  },
  webhook_given_up: {
    sentence: "A webhook ({{event}}) could not be processed and was given up.",
    way_out: "Read why in its delivery, and replay it.",
  },
  gateway_credentials_rejected: {
    sentence: "CatalystPay does not accept the API key.",
    way_out: "Set the account's current key in the plugin's options.",
  },
  encryption_key_missing: {
    sentence:
      "Bank accounts that wait for their submission ({{debits}}) were sealed with an encryption key that is not listed any more.",
    way_out:
      "List that key after the new one in encryptionKey until this closes by itself. Without it, the shoppers are asked for " +
      "their bank account again, and placed orders stay unpaid.",
  },
  lead_conflict: {
    sentence: "CatalystPay has an active payment session of the shopper that this store does not know.",
    way_out: "Cancel the lead's session in CatalystPay's admin panel, then let the shopper try again.",
  },
  event_unmatched: {
    sentence: "What CatalystPay reports ({{event}}) could not be assigned to one debit.",
    way_out: "Find its transaction in CatalystPay's admin panel, and let the endpoint's mapping include session_token or tenant_reference_id.",
  },
  reconciliation_failing: {
    sentence: "CatalystPay's records ({{listing}}) from {{since}} on could not be read in full: {{why}}.",
    way_out: "Read why in the server's log. The job goes on trying; days that it has gone past are read again when you reconcile them.",
  },
}

type Described = Pick<ProblemRecord, "code" | "details">

export function problemTextKey({ code, details }: Described): ProblemTextKey {
  return code === "order_without_debit" && details?.reason === LEFT_UNLINKED ? "order_left_unlinked" : code
}

/** The merchant's two sentences for a problem, in English. */
export function describeProblem(problem: Described): ProblemText {
  const values = textValues(problem.details)
  const { sentence, way_out } = PROBLEM_TEXTS[problemTextKey(problem)]
  return { sentence: fillIn(sentence, values), way_out: fillIn(way_out, values) }
}

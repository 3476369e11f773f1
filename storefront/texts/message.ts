import type { DeclineCode, SepaOutcome, Trouble } from "../client/outcome"
import { SHOPPER_ERRORS, type SepaTexts } from "./types"

/**
 * What to tell the shopper of an outcome: what happened, what can be done, how many tries are left. Empty where there is
 * nothing to say, because the form itself is what comes next.
 */
export function messageOf(outcome: SepaOutcome, texts: SepaTexts): string {
  switch (outcome.type) {
    case "needs_bank_account":
    case "ready":
      return ""
    case "needs_payment_page":
      return outcome.to_sign ? texts.verification.needed : ""
    case "needs_verification":
      return texts.verification.needed
    case "declined": {
      const { attempts_left } = outcome
      const left = attempts_left !== null && attempts_left > 0 ? texts.attempts_left(attempts_left) : ""
      return sentences(orderStands(outcome, texts), reasonOf(outcome.code, texts), wayOn(outcome.code, texts), left)
    }
    case "failed":
      return sentences(orderStands(outcome, texts), reasonOf(outcome.code, texts), texts.ways_on.another_way)
    case "ended":
      return sentences(orderStands(outcome, texts), texts.outcomes.ended)
    case "approved":
    case "placed":
    case "placed_pending":
    case "unknown":
      return texts.outcomes[outcome.type]
    default:
      return troubleMessage(outcome, texts)
  }
}

function troubleMessage(trouble: Trouble, texts: SepaTexts): string {
  switch (trouble.type) {
    case "in_progress":
      return texts.errors[trouble.code]
    case "throttled":
      return texts.outcomes.throttled(trouble.retry_after)
    case "unavailable":
    case "unreachable":
      return texts.outcomes[trouble.type]
    case "refused": {
      const code = SHOPPER_ERRORS.find((known) => known === trouble.code)
      return code ? texts.errors[code] : texts.outcomes.unexpected
    }
  }
}

function reasonOf(code: DeclineCode, texts: SepaTexts): string {
  return code === "mandate_rejected" ? texts.verification.refused : texts.declines[code]
}

function wayOn(code: DeclineCode, { ways_on }: SepaTexts): string {
  switch (code) {
    case "invalid_iban":
      return ways_on.correct_iban
    case "invalid_holder_name":
      return ways_on.correct_holder_name
    case "gateway_unavailable":
    case "not_submitted":
    case "mandate_rejected":
      return ways_on.same_again
    case "insufficient_funds":
    case "account_closed":
    case "do_not_honor":
    case "unknown":
      return ways_on.another_account
  }
}

function orderStands({ order_id }: { order_id: string | null }, { outcomes }: SepaTexts): string {
  return order_id === null ? "" : outcomes.order_stands
}

function sentences(...parts: string[]): string {
  return parts.filter((part) => part !== "").join(" ")
}

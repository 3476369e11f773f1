import { PaymentSessionStatus } from "@medusajs/framework/utils"
import type { DebitRecord } from "../../modules/catalystpay/debits/debit-record"
import { isInFlight } from "../../modules/catalystpay/debit-state"
import { isMoreThan, isSameAmount, subtractAmounts, sumAmounts, toDecimal } from "../../modules/catalystpay/money/money"
import type { FoundProblem } from "../../modules/catalystpay/problems/problems"
import type { MedusaView } from "./medusa-view"

export interface ProblemsInput {
  debit: DebitRecord
  view: MedusaView
  /** All debits of the order, this one among them; of a debit without an order, itself. */
  debits: DebitRecord[]
}

/** Whether a problem is there now: one that is not is closed. */
export interface ProblemFinding {
  problem: FoundProblem
  is_there: boolean
}

/** Pure: what a merchant must know of a debit and its order once Medusa says all that the ledger knows. */
export function findProblems(input: ProblemsInput): ProblemFinding[] {
  const { order } = input.view
  const ofDebit = debitWithoutOrder(input)
  return order
    ? [ofDebit, ...orderWithoutDebit(input, order), canceledOrder(input, order), otherTotal(input, order)]
    : [ofDebit]
}

type Order = NonNullable<MedusaView["order"]>

function debitWithoutOrder({ debit, view }: ProblemsInput): ProblemFinding {
  // Where Medusa has deleted its session, something else pays for the order; of a cancelled one is told below.
  const paysOrder = isOwn(debit) && view.order !== null && (view.session !== null || view.order.canceled)
  const details = { ...moneyOf(debit, keptOf(debit)), reference: debit.reference, source: debit.origin }
  return {
    problem: { code: "debit_without_order", subject: debit.id, ...namesOf(debit, view.order), details },
    is_there: debit.status === "approved" && debit.orphaned_at !== null && !paysOrder && isMoreThan(keptOf(debit), "0"),
  }
}

/** Stays as it is while the customer is paying again. A debit that had come and was taken back is reported as what it is. */
function orderWithoutDebit({ debit, view, debits }: ProblemsInput, order: Order): ProblemFinding[] {
  const own = debits.filter(isOwn)
  const isOver = order.canceled || own.some(({ status }) => status === "approved")
  const isThere = !isOver && !own.some(({ status }) => isInFlight(status)) && view.session?.status === PaymentSessionStatus.ERROR
  const details = { reason: debit.error_code }
  const problem: FoundProblem = { code: "order_without_debit", subject: order.id, ...namesOf(debit, order), details }
  return isOver || isThere ? [{ problem, is_there: isThere }] : []
}

/** What is due as a refund is followed as such. */
function canceledOrder({ debit, debits }: ProblemsInput, order: Order): ProblemFinding {
  const kept = sumAmounts(
    debits
      .filter((other) => isOwn(other) && other.status === "approved")
      .map((other) => subtractAmounts(keptOf(other), other.refund_due_amount)),
  )
  const details = moneyOf(debit, kept)
  return {
    problem: { code: "canceled_order_keeps_money", subject: order.id, ...namesOf(debit, order), details },
    is_there: order.canceled && isMoreThan(kept, "0"),
  }
}

/** An order that was edited under its debit. Where money went back, Medusa's own balance speaks of it. */
function otherTotal({ debit, debits }: ProblemsInput, order: Order): ProblemFinding {
  const paying = debits.filter((other) => isOwn(other) && other.status === "approved" && !other.orphaned_at)
  const wentBack = paying.some((other) => !isSameAmount(keptOf(other), other.amount) || isMoreThan(other.refund_due_amount, "0"))
  const collected = toDecimal(sumAmounts(paying.map(({ amount }) => amount)), debit.currency_code)
  const total = toDecimal(order.total, debit.currency_code)
  const currency = debit.currency_code.toUpperCase()
  const details = { found: `${total} ${currency}`, expected: `${collected} ${currency}` }
  const comparable = !order.canceled && !order.paid_otherwise && paying.length > 0 && !wentBack
  return {
    problem: { code: "amount_mismatch", subject: order.id, ...namesOf(debit, order), details },
    is_there: comparable && !isSameAmount(total, collected),
  }
}

function namesOf(debit: DebitRecord, order: Order | null): Pick<FoundProblem, "account" | "debit_id" | "order_id"> {
  return { account: debit.account, debit_id: debit.id, order_id: order?.id ?? null }
}

function moneyOf(debit: DebitRecord, amount: string): { amount: string; currency: string } {
  return { amount: toDecimal(amount, debit.currency_code), currency: debit.currency_code.toUpperCase() }
}

/** What of a debit was not given back, in major units. */
function keptOf({ amount, refunded_amount, charged_back_amount }: DebitRecord): string {
  return subtractAmounts(subtractAmounts(amount, refunded_amount), charged_back_amount)
}

function isOwn({ origin }: DebitRecord): boolean {
  return origin === "store"
}

import { fromCents } from "./cents"
import type { Facts, GatewayDebit, LedgerDebit, MedusaOrder, OpenProblem } from "./facts"

/** Ledger states in which the last word is not spoken. */
const IN_FLIGHT: ReadonlySet<string> = new Set(["queued", "submitting"])
const ENDED_DELIVERIES: ReadonlySet<string> = new Set(["processed", "ignored"])

/*
 * Each check is pure and answers with a sentence for whatever is not as it should be: none when all agree.
 */

/** A cart, and with it an e-mail of its own, is debited once at most. */
export function debitsTwice({ gateway, ledger }: Facts): string[] {
  const ofShoppers = [...groupBy(gateway, ({ email }) => email)]
    .filter(([, debits]) => debits.length > 1)
    .map(([email, debits]) => `${email} was debited ${debits.length} times: ${names(debits)}`)
  const paid = ledger.filter((debit) => debit.status === "approved" && debit.order_id !== null)
  const ofOrders = [...groupBy(paid, ({ order_id }) => order_id)]
    .filter(([, debits]) => debits.length > 1)
    .map(([order, debits]) => `order ${order} has ${debits.length} approved debits: ${debits.map(({ id }) => id).join(", ")}`)
  return [...ofShoppers, ...ofOrders]
}

/** An order that stands is paid by a debit that CatalystPay accepted, or its merchant knows that it is not. */
export function ordersWithoutDebit(facts: Facts): string[] {
  return facts.orders
    .filter((order) => !order.canceled && !debitOf(facts, order) && order.problem_codes.length === 0)
    .map(({ id, email }) => `order ${id} of ${email} is paid by no debit, and no problem says so`)
}

/** An accepted debit pays for an order, or its merchant knows that it does not. */
export function debitsWithoutOrder(facts: Facts): string[] {
  return facts.gateway.flatMap((debit) => {
    const row = rowOf(facts, debit)
    if (!row) {
      return [`debit ${debit.transaction_id} of ${debit.email} is unknown to the ledger`]
    }
    const hasOrder = facts.orders.some(({ id, canceled }) => id === row.order_id && !canceled)
    return hasOrder || row.problem_codes.length > 0
      ? []
      : [`debit ${debit.transaction_id} of ${debit.email} (${row.id}, ${row.status}) pays for no order, and no problem says so`]
  })
}

/** Ledger and CatalystPay hold the same debits for accepted, and nothing is in suspense. */
export function statesThatDiffer({ gateway, ledger }: Facts): string[] {
  const accepted = new Set(gateway.map(({ session_token }) => session_token))
  return ledger.flatMap(({ id, status, session_token, email }) => {
    if (IN_FLIGHT.has(status)) {
      return [`debit ${id} of ${email} is still ${status}`]
    }
    return (status === "approved") === accepted.has(session_token)
      ? []
      : [`debit ${id} of ${email} is ${status}, and CatalystPay has ${accepted.has(session_token) ? "" : "not "}accepted it`]
  })
}

/** What was debited is, to the cent, what the ledger holds, what Medusa captured, and what the order costs. */
export function amountsThatDiffer(facts: Facts): string[] {
  return facts.gateway.flatMap((debit) => {
    const row = rowOf(facts, debit)
    const order = facts.orders.find(({ id }) => id === row?.order_id)
    const payment = facts.payments.find(({ debit_id, canceled }) => debit_id === row?.id && !canceled)
    if (!row || !order || !payment) {
      // Said by other checks, unless it is a problem that the merchant knows of.
      return []
    }
    const amounts = {
      debited: debit.cents,
      "in the ledger": row.cents,
      "captured in the ledger": row.captured_cents,
      "of the payment": payment.cents,
      captured: payment.captured_cents,
      "of the order": order.total_cents,
      "paid for the order": order.paid_cents,
    }
    const differing = Object.entries(amounts).filter(([, cents]) => cents !== debit.cents)
    return differing.map(
      ([what, cents]) => `debit ${debit.transaction_id} (${order.id}): ${fromCents(cents)} ${what}, ${fromCents(debit.cents)} debited`,
    )
  })
}

/** Every payment that stands was captured exactly once, and no other was. */
export function notCapturedOnce({ payments }: Facts): string[] {
  return payments
    .filter(({ canceled, captures }) => captures !== (canceled ? 0 : 1))
    .map(({ id, order_id, captures }) => `payment ${id} of order ${order_id} has ${captures} captures`)
}

/** Every webhook that came was brought to its end, or its merchant knows that it was not. */
export function unfinishedDeliveries({ deliveries }: Facts): string[] {
  return deliveries
    .filter(({ status, problem_codes }) => !ENDED_DELIVERIES.has(status) && problem_codes.length === 0)
    .map(({ id, status }) => `webhook ${id} is ${status}`)
}

/** Whoever was shown an order has it, paid; and whoever wanted one and could pay was shown one. */
export function shoppersLetDown(facts: Facts): string[] {
  const known = new Map(facts.orders.map((order) => [order.id, order]))
  return facts.checkouts.flatMap(({ name, scenario, email, ending }) => {
    if (ending.kind === "gave_up") {
      return [`${name} (${scenario}) gave up: ${ending.why}`]
    }
    if (ending.kind !== "ordered") {
      return []
    }
    const order = known.get(ending.order_id)
    if (order?.email !== email) {
      return [`${name} (${scenario}) was shown the order ${ending.order_id}, which is not there`]
    }
    return order.canceled || !debitOf(facts, order) ? [`${name} (${scenario}) was shown the order ${order.id}, which nothing pays for`] : []
  })
}

/** A shopper has one order at most, beside those that a dying process left and that the merchant knows of. */
export function ordersTwice({ orders }: Facts): string[] {
  const standing = orders.filter(({ canceled, problem_codes }) => !canceled && problem_codes.length === 0)
  return [...groupBy(standing, ({ email }) => email)]
    .filter(([, found]) => found.length > 1)
    .map(([email, found]) => `${email} has ${found.length} orders: ${found.map(({ id }) => id).join(", ")}`)
}

/** Every open problem says something that is so. */
export function problemsWithoutReason(facts: Facts): string[] {
  return facts.problems
    .filter((problem) => !isTrue(facts, problem))
    .map(({ code, debit_id, order_id }) => `the problem ${code} is open (${[debit_id, order_id].filter(Boolean).join(", ") || "no subject"})`)
}

function isTrue(facts: Facts, { code, debit_id, order_id }: OpenProblem): boolean {
  const order = facts.orders.find(({ id, canceled }) => id === order_id && !canceled)
  switch (code) {
    case "order_without_debit":
      return order !== undefined && !debitOf(facts, order)
    case "debit_without_order": {
      const debit = facts.gateway.find((each) => rowOf(facts, each)?.id === debit_id)
      return debit !== undefined && !facts.orders.some(({ id, canceled }) => id === rowOf(facts, debit)?.order_id && !canceled)
    }
    // The answer to a create was cut: CatalystPay has a session that the store never heard of.
    case "lead_conflict":
      return true
    default:
      return false
  }
}

const CHECKS = [
  debitsTwice,
  ordersWithoutDebit,
  debitsWithoutOrder,
  statesThatDiffer,
  amountsThatDiffer,
  notCapturedOnce,
  unfinishedDeliveries,
  ordersTwice,
  problemsWithoutReason,
]

/** All that does not agree; the shoppers' own view comes when they have all gone home. */
export function disagreements(facts: Facts): string[] {
  return CHECKS.flatMap((check) => check(facts))
}

/** The ledger's row of an accepted debit. */
export function rowOf({ ledger }: Facts, { session_token }: GatewayDebit): LedgerDebit | undefined {
  return ledger.find((row) => row.session_token === session_token)
}

function debitOf({ ledger, gateway }: Facts, order: MedusaOrder): GatewayDebit | undefined {
  const tokens = new Set(ledger.filter(({ order_id }) => order_id === order.id).map(({ session_token }) => session_token))
  return gateway.find(({ session_token }) => tokens.has(session_token))
}

function names(debits: GatewayDebit[]): string {
  return debits.map(({ transaction_id }) => transaction_id).join(", ")
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  }
  return groups
}

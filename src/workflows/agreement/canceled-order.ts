import type { Case } from "./case"
import { moneyKept } from "./money-back"

/**
 * Medusa cancels an order also when its refund was refused, and books it as given back: nobody would learn that the money
 * is still here. The problem stays open until it went back, or is due.
 */
export async function watchCanceledOrder({ ledger, debit, view }: Omit<Case, "container">): Promise<void> {
  if (!view.order?.canceled) {
    return
  }
  const { id: subject } = view.order
  const kept = moneyKept(debit)
  const { id: debit_id, account, currency_code } = debit
  if (kept) {
    await ledger.problems.open({
      code: "canceled_order_keeps_money",
      subject,
      debit_id,
      account,
      order_id: subject,
      details: { amount: kept, currency: currency_code.toUpperCase() },
    })
  } else {
    await ledger.problems.close("canceled_order_keeps_money", subject)
  }
}

import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { bookingNote } from "../../modules/catalystpay/money/booking-note"
import type { Case } from "./case"
import { readMedusaView } from "./medusa-view"
import { amountToBook, unbookedReceipts } from "./money-back"

/** Books what the debtor's bank took back as refunds of Medusa that move no money. */
export async function bookChargebacks(found: Case): Promise<void> {
  for (const { id, amount, kind, reason_code, booked_at } of found.money.chargebacks) {
    if (!booked_at) {
      const what = kind === "return" ? "Returned by the debtor's bank" : "Charged back by the debtor"
      await book(found, { id, amount, why: reason_code ? `${what} (${reason_code})` : what })
      await found.ledger.givenBack.markChargebackBooked(id)
    }
  }
}

/** Books what was refunded at CatalystPay and that nobody had asked for in Medusa. */
export async function bookReceipts(found: Case): Promise<void> {
  for (const { id, unasked_amount: amount } of unbookedReceipts(found.money)) {
    await book(found, { id, amount, why: "Refunded at CatalystPay" })
    await found.ledger.givenBack.markReceiptBooked(id)
  }
}

/**
 * Medusa's refund names the row that it books in its note. The provider reads there that nothing is owed for it, and
 * whoever comes after a process that died here that it was booked. Medusa is read anew for each: the one before changed
 * what is left.
 */
async function book({ container, ledger, debit }: Case, row: { id: string; amount: string; why: string }): Promise<void> {
  const { session } = await readMedusaView(container, debit)
  const payment = session?.payment
  const amount = payment && amountToBook(payment, row)
  if (payment && amount) {
    await refundPaymentWorkflow(container).run({ input: { payment_id: payment.id, amount, note: bookingNote(row) } })
    await ledger.faults.at("after_money_back_was_booked", debit.id)
  }
}

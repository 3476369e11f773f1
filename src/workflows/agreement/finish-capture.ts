import { Modules } from "@medusajs/framework/utils"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { Case } from "./case"

interface PaymentWriter {
  updatePayment(payment: { id: string; captured_at: Date }): Promise<unknown>
}

/**
 * Ends a capture that a process began and died with. Medusa captures nothing of a payment that is captured already: what
 * its workflow still does is to bring the collection's status up to date, to write the order's transaction where there is
 * none, and to tell that the payment was captured, which nobody had been told.
 */
export async function finishCapture({ container, ledger, debit, view }: Case): Promise<void> {
  const payment = view.session?.payment
  if (!payment) {
    return
  }
  if (!payment.captured_at) {
    await container.resolve<PaymentWriter>(Modules.PAYMENT).updatePayment({ id: payment.id, captured_at: ledger.now })
  }
  await capturePaymentWorkflow(container).run({ input: { payment_id: payment.id } })
  await ledger.recordCapture(debit)
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

interface PaymentWriter {
  updatePayment(payment: { id: string; canceled_at: Date | null }): Promise<unknown>
}

/**
 * An earlier completion of the cart was undone after the debit was approved: Medusa cancelled its payment and, when the
 * cart was completed again, placed the order with the cancelled one (medusa-notes, section 3). The debit pays for it.
 */
export async function revivePayment(container: MedusaContainer, paymentId: string): Promise<void> {
  await container.resolve<PaymentWriter>(Modules.PAYMENT).updatePayment({ id: paymentId, canceled_at: null })
}

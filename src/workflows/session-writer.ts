import type { MedusaContainer, PaymentSessionStatus } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** What of a payment session may be written past the provider. */
export interface SessionChange {
  id: string
  data?: Record<string, unknown>
  status?: PaymentSessionStatus
}

/** Updates without calling the provider; the type lacks it, the module has it (medusa-notes, section 2). */
interface SessionWriter {
  updatePaymentSessions(session: SessionChange): Promise<unknown>
}

/** The type has the payment's id alone, the module writes what it is given. */
interface PaymentWriter {
  updatePayment(payment: { id: string; data: Record<string, unknown> }): Promise<unknown>
}

/** Writes what a payment shows of its debit. */
export async function writePaymentData(container: MedusaContainer, id: string, data: Record<string, unknown>): Promise<void> {
  await container.resolve<PaymentWriter>(Modules.PAYMENT).updatePayment({ id, data })
}

/** Writes a payment session, and asks no provider. */
export async function writeSession(container: MedusaContainer, change: SessionChange): Promise<void> {
  await container.resolve<SessionWriter>(Modules.PAYMENT).updatePaymentSessions(change)
}

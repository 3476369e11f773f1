import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, PaymentCollectionStatus, PaymentSessionStatus } from "@medusajs/framework/utils"
import type { CatalystPayModuleService } from "../../modules/catalystpay"
import type { DebitRecord } from "../../modules/catalystpay/debits/debit-record"
import { writeSession } from "../session-writer"
import type { MedusaView } from "./medusa-view"

/**
 * Says in Medusa that no debit pays for the order: its payment is cancelled, its session is in error and shows why, and
 * the order is unpaid. Medusa itself drops the news of a debit that failed (medusa-notes, section 11).
 */
export async function failPayment(
  container: MedusaContainer,
  ledger: CatalystPayModuleService,
  debit: DebitRecord,
  { session }: MedusaView,
): Promise<void> {
  if (!session) {
    return
  }
  const payments = container.resolve(Modules.PAYMENT)
  if (session.payment && !session.payment.canceled_at) {
    await payments.cancelPayment(session.payment.id)
  }
  const data = await ledger.publicData(debit)
  await writeSession(container, { id: session.id, status: PaymentSessionStatus.ERROR, data: { ...data } })
  if (session.payment_collection) {
    await payments.updatePaymentCollections(session.payment_collection.id, { status: PaymentCollectionStatus.FAILED })
  }
}

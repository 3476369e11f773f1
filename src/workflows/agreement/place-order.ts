import type { MedusaContainer } from "@medusajs/framework/types"
import { PaymentActions } from "@medusajs/framework/utils"
import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { DebitRecord } from "../../modules/catalystpay/debit-record"

/** Lets Medusa complete the cart of a debit that stays authorised until it settles. */
export async function placeOrder(container: MedusaContainer, debit: DebitRecord): Promise<void> {
  const input = { action: PaymentActions.AUTHORIZED, data: { session_id: debit.payment_session_id, amount: debit.amount } }
  await processPaymentWorkflow(container).run({ input })
}

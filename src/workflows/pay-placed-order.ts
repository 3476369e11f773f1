import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import { isHosted } from "../modules/catalystpay/debits/collect-mode"
import type { DebitRecord } from "../modules/catalystpay/debits/debit-record"
import { isUnsubmitted } from "../modules/catalystpay/debit-state"
import { orderNotPlaced, refusalToPayOrder } from "../modules/catalystpay/checkout/order-payment"
import { agreeWithLedger } from "./agreement"
import { readMedusaView } from "./agreement/medusa-view"
import { settlePlacedOrderWorkflow } from "./settle-placed-order"

export interface OrderPaymentOutcome {
  /** As it stands now: it may have been declined, or its outcome may not be known yet. */
  debit: DebitRecord
  order_id: string
}

/**
 * Pays a placed order by a debit whose bank account was given, here or on CatalystPay's page. The payments of an order
 * take turns, so that two sessions of it never collect at the same time; the same press of pay twice submits once.
 * @throws CatalystPayError `order_not_payable`, `payment_in_progress`
 */
export async function payPlacedOrder(
  container: MedusaContainer,
  debit: DebitRecord,
  locale: string | null | undefined,
): Promise<OrderPaymentOutcome> {
  const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const { order } = await readMedusaView(container, debit)
  if (!order) {
    throw orderNotPlaced(locale)
  }
  await ledger.openingTurn(order.id, async () => {
    const debits = await ledger.findByCollections(order.payment_collection_ids)
    const current = debits.find(({ id }) => id === debit.id) ?? debit
    const refusal = refusalToPayOrder({ debit: current, debits, canceled: order.canceled, total: order.total }, locale)
    if (refusal) {
      throw refusal
    }
    const [{ status, payment_session_id, cart_id } = current] = await ledger.lookAtPages([current])
    if (isUnsubmitted(status) && isHosted(current)) {
      // The shopper has not paid yet: the session says where.
      return
    }
    await settlePlacedOrderWorkflow(container).run({ input: { payment_session_id, cart_id, unawaited: true } })
  })
  await agreeWithLedger(container, debit.id)
  return { debit: (await ledger.findById(debit.id)) ?? debit, order_id: order.id }
}

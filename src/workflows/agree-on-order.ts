import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import { agreeWithLedger } from "./agreement"
import { collectionsOfOrder } from "./order-collections"

/** Compares Medusa with the ledger for every debit of an order. Orders that others pay for cost one look-up. */
export async function agreeOnOrder(container: MedusaContainer, orderId: string): Promise<void> {
  const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  for (const { id } of await ledger.findByCollections(await collectionsOfOrder(container, orderId))) {
    await agreeWithLedger(container, id)
  }
}

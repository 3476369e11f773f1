import type { MedusaContainer } from "@medusajs/framework/types"
import { collectionsOfOrder } from "../../../../workflows/order-collections"
import { resolveLedger } from "../../../support/ledger"

/** The debits that a list is narrowed to; null for all of them. Both filters given: a debit has to meet both. */
export async function debitsOf(scope: MedusaContainer, filter: { order_id?: string; debit_id?: string }): Promise<string[] | null> {
  const { order_id, debit_id } = filter
  if (order_id === undefined) {
    return debit_id === undefined ? null : [debit_id]
  }
  const collections = await collectionsOfOrder(scope, order_id)
  const debits = await resolveLedger(scope).findByCollections(collections)
  const ids = debits.map(({ id }) => id)
  return debit_id === undefined ? ids : ids.filter((id) => id === debit_id)
}

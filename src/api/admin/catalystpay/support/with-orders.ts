import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminCatalystPayDebit, AdminCatalystPayOrder } from "../../../../modules/catalystpay/admin-types"
import { findDebitView, findDebitViews, type DebitWithProblems } from "../../../../modules/catalystpay/debits/debit-finder"
import { CatalystPayError } from "../../../../modules/catalystpay/errors"
import { ordersOfCollections } from "../../../../workflows/order-collections"
import { resolveLedger } from "../../../support/ledger"

type WithOrder<Row> = Row & { order: AdminCatalystPayOrder | null }

/** Debits as they are answered, in the order of their ids. */
export async function debitsWithOrders(scope: MedusaContainer, ids: string[]): Promise<AdminCatalystPayDebit[]> {
  return withOrders(scope, await findDebitViews(resolveLedger(scope), ids))
}

/** @throws CatalystPayError `debit_not_found` */
export async function debitWithOrder(scope: MedusaContainer, id: string): Promise<AdminCatalystPayDebit> {
  const view = await findDebitView(resolveLedger(scope), id)
  const [debit] = view ? await withOrders(scope, [view]) : []
  if (!debit) {
    throw new CatalystPayError("debit_not_found", { developer: "There is no such debit." })
  }
  return debit
}

async function withOrders(scope: MedusaContainer, views: DebitWithProblems[]): Promise<AdminCatalystPayDebit[]> {
  const orders = await ordersOfCollections(scope, views.map(({ payment_collection_id }) => payment_collection_id))
  return views.map((view) => ({ ...view, order: orders.get(view.payment_collection_id) ?? null }))
}

/** A row that belongs to a debit, with the order that its debit pays for. */
export async function rowWithOrder<Row extends { debit_id: string }>(scope: MedusaContainer, row: Row): Promise<WithOrder<Row>> {
  const [found] = await rowsWithOrders(scope, [row])
  return found ?? { ...row, order: null }
}

/** Rows that belong to debits, each with the order that its debit pays for; by two queries, however many they are. */
export async function rowsWithOrders<Row extends { debit_id: string }>(
  scope: MedusaContainer,
  rows: Row[],
): Promise<WithOrder<Row>[]> {
  const collections = await resolveLedger(scope).collectionsOf([...new Set(rows.map(({ debit_id }) => debit_id))])
  const orders = await ordersOfCollections(scope, [...collections.values()])
  return rows.map((row) => ({ ...row, order: orders.get(collections.get(row.debit_id) ?? "") ?? null }))
}

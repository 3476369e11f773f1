import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { DEBIT_SORTS } from "../../../../modules/catalystpay/debit-list/cursor"
import type { DebitFilter } from "../../../../modules/catalystpay/debit-list/filter"
import { readSearch } from "../../../../modules/catalystpay/debit-list/search"
import { DEBIT_STATES } from "../../../../modules/catalystpay/debit-state"
import { collectionsOfOrder, collectionsOfOrderNumber } from "../../../../workflows/order-collections"
import { account, day, DAY_MS, id, limit } from "./validators"

/** A parameter that may be given more than once. */
function repeatable<Schema extends z.ZodType>(one: Schema) {
  return z.union([one.transform((value) => [value]), z.array(one).min(1).max(50)])
}

const filters = {
  q: z.string().trim().min(1).max(100).regex(/^\P{Cc}*$/u).optional(),
  state: repeatable(z.enum(DEBIT_STATES)).optional(),
  account: repeatable(account).optional(),
  livemode: z.enum(["live", "test"]).transform((mode) => mode === "live").optional(),
  trouble: z.literal("true").transform(() => true).optional(),
  from: day.optional(),
  to: day.optional(),
  order_id: id.optional(),
  customer_id: id.optional(),
  payment_collection_id: id.optional(),
  sort: z.enum(DEBIT_SORTS).default("-created_at"),
}

const inOrder = ({ from, to }: { from?: Date; to?: Date }) => !from || !to || from <= to
const BACKWARDS = { path: ["from"] }

export const debitsQuery = z
  .strictObject({ ...filters, limit: limit.default(20), cursor: z.string().min(1).max(500).optional() })
  .refine(inOrder, BACKWARDS)

export const exportQuery = z.strictObject(filters).refine(inOrder, BACKWARDS)

/** The filter that a query asks for: what it says of orders is looked up, for the ledger knows no orders. */
export async function debitFilter(scope: MedusaContainer, query: z.output<typeof exportQuery>): Promise<DebitFilter> {
  const { q, state, account, livemode, trouble, from, to, customer_id } = query
  return {
    ...(q === undefined ? {} : { search: await search(scope, q) }),
    states: state,
    accounts: account,
    livemode,
    trouble,
    from,
    before: to && new Date(to.getTime() + DAY_MS),
    payment_collection_ids: await collections(scope, query),
    customer_id,
  }
}

async function search(scope: MedusaContainer, typed: string): Promise<NonNullable<DebitFilter["search"]>> {
  const { names, last4, order } = readSearch(typed)
  const found = async () => {
    if (!order) {
      return []
    }
    return "id" in order ? collectionsOfOrder(scope, order.id) : collectionsOfOrderNumber(scope, order.display_id)
  }
  return { names, last4, payment_collection_ids: await found() }
}

/** Both filters given: a debit has to meet both. */
async function collections(
  scope: MedusaContainer,
  { order_id, payment_collection_id }: { order_id?: string; payment_collection_id?: string },
): Promise<string[] | undefined> {
  if (order_id === undefined) {
    return payment_collection_id === undefined ? undefined : [payment_collection_id]
  }
  const ofOrder = await collectionsOfOrder(scope, order_id)
  return payment_collection_id === undefined ? ofOrder : ofOrder.filter((id) => id === payment_collection_id)
}

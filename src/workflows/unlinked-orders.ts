import type { MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import type { DebitRecord } from "../modules/catalystpay/debits/debit-record"
import { isSameAmount, toDecimal } from "../modules/catalystpay/money/money"
import { LEFT_UNLINKED } from "../modules/catalystpay/problems/problem-texts"
import { subjectOf } from "../modules/catalystpay/problems/problems"

/** A completion that is running now is given time to link its order. */
const YOUNGEST_MS = 2 * 60 * 1000

const timestamp = z.union([z.string(), z.date()])
const unlinkedRows = z.array(
  z.object({
    id: z.string(),
    email: z.string().nullish(),
    currency_code: z.string(),
    created_at: timestamp.transform((moment) => new Date(moment)),
    canceled_at: timestamp.nullish(),
    is_draft_order: z.boolean().nullish(),
    payment_collections: z.array(z.object({ id: z.string() }).nullish()).nullish(),
  }),
)
const totalRows = z.array(
  z.object({ id: z.string(), total: z.instanceof(BigNumber).transform(({ raw, numeric }) => String(raw?.value ?? numeric)) }),
)

type Order = z.output<typeof unlinkedRows>[number]

/** An order of Medusa's, as far as it tells that a dying process left it. */
export type FoundOrder = Omit<Order, "payment_collections"> & {
  /** Exact decimal string in major units. */
  total: string
}

/**
 * Pure: the debit whose cart a process was making this order of when it died; null for an order that stands by itself.
 * Nothing but the shopper, the money and the time connects the two: Medusa writes the order first, and links it to cart
 * and payment afterwards. When the shopper presses pay again, it makes another one.
 */
export function debitOfUnlinked(order: FoundOrder, debits: readonly DebitRecord[], now: Date): DebitRecord | null {
  const isYoung = now.getTime() - order.created_at.getTime() < YOUNGEST_MS
  if (isYoung || order.canceled_at || order.is_draft_order) {
    return null
  }
  const isItsDebit = (debit: DebitRecord) =>
    debit.email === order.email?.toLowerCase() &&
    debit.currency_code === order.currency_code &&
    debit.order_id === null &&
    debit.created_at <= order.created_at &&
    isSameAmount(debit.amount, toDecimal(order.total, order.currency_code))
  return debits.find(isItsDebit) ?? null
}

/** Tells the merchant of orders that a dying process left without cart and payment. @param debits those looked at now */
export async function reportUnlinkedOrders(container: MedusaContainer, debits: readonly DebitRecord[]): Promise<void> {
  const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  for (const order of await findUnlinked(container, debits)) {
    const debit = debitOfUnlinked(order, debits, ledger.now)
    if (debit) {
      await ledger.problems.open({
        code: "order_without_debit",
        subject: order.id,
        account: debit.account,
        debit_id: debit.id,
        order_id: order.id,
        details: { reason: LEFT_UNLINKED },
      })
    }
  }
}

/** Closes the problems of such orders that were cancelled since, or got a payment. */
export async function closeUnlinkedOrders(container: MedusaContainer): Promise<void> {
  const { problems } = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const open = (await problems.listOpen({ code: "order_without_debit" })).filter(({ details }) => details?.reason === LEFT_UNLINKED)
  const still = new Set((await readOrders(container, { id: open.map(subjectOf) })).filter(isUnlinked).map(({ id }) => id))
  for (const problem of open.filter((each) => !still.has(subjectOf(each)))) {
    await problems.close(problem.code, subjectOf(problem))
  }
}

/** As a rule there are none, and their totals, which Medusa has to work out, are not asked for. */
async function findUnlinked(container: MedusaContainer, debits: readonly DebitRecord[]): Promise<FoundOrder[]> {
  if (debits.length === 0) {
    return []
  }
  const since = new Date(Math.min(...debits.map(({ created_at }) => created_at.getTime())))
  const emails = [...new Set(debits.map(({ email }) => email))]
  const unlinked = (await readOrders(container, { email: emails, created_at: { $gte: since } })).filter(isUnlinked)
  if (unlinked.length === 0) {
    return []
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "total"],
    filters: { id: unlinked.map(({ id }) => id) },
  })
  const totals = new Map(totalRows.parse(data).map(({ id, total }) => [id, total]))
  return unlinked.flatMap(({ payment_collections: _none, ...order }) => {
    const total = totals.get(order.id)
    return total === undefined ? [] : [{ ...order, total }]
  })
}

async function readOrders(container: MedusaContainer, filters: Record<string, unknown>): Promise<Order[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "email", "currency_code", "created_at", "canceled_at", "is_draft_order", "payment_collections.id"],
    filters,
  })
  return unlinkedRows.parse(data)
}

function isUnlinked({ canceled_at, payment_collections }: Order): boolean {
  return !canceled_at && !(payment_collections ?? []).some((collection) => !!collection)
}

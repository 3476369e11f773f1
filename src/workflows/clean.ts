import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import type { DebitRecord } from "../modules/catalystpay/debits/debit-record"
import { isCatalystPayError } from "../modules/catalystpay/errors"
import { eraseForgotten } from "./forgetting"

const AT_ONCE = 200
/** What a run leaves, the next one takes up, maybe on another server. */
const LONGEST_RUN_MS = 5 * 60 * 1000

const timestamp = z.union([z.string(), z.date()]).transform((moment) => new Date(moment))
const cartRows = z.array(
  z.object({
    payment_collection_id: z.string(),
    cart: z.object({ updated_at: timestamp, completed_at: timestamp.nullish() }).nullish(),
  }),
)
const orderRows = z.array(z.object({ payment_collection_id: z.string(), order: z.object({ id: z.string() }).nullish() }))

/**
 * Destroys sealed IBANs that nobody waits for, cancels the sessions of abandoned carts, erases what was kept of people who
 * asked to be forgotten, and deletes what is old.
 */
export async function clean(container: MedusaContainer): Promise<void> {
  const { upkeep } = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  await upkeep.alone("clean", async () => {
    const until = Date.now() + LONGEST_RUN_MS
    await untilNoneIsLeft(until, () => upkeep.cleaning.destroySeals(AT_ONCE))
    await cancelAbandoned(container, until)
    await eraseForgotten(container, until)
    await untilNoneIsLeft(until, () => upkeep.cleaning.deleteOld(AT_ONCE))
  })
}

async function untilNoneIsLeft(until: number, work: () => Promise<number>): Promise<void> {
  while (Date.now() < until && (await work()) > 0) {
    continue
  }
}

async function cancelAbandoned(container: MedusaContainer, until: number): Promise<void> {
  const { cleaning } = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE).upkeep
  /** Accounts whose gateway does not answer: the next run asks again. */
  const silent = new Set<string>()
  let after = ""
  while (Date.now() < until) {
    const found = await cleaning.abandoned(AT_ONCE, after)
    const last = found.at(-1)
    if (!last) {
      return
    }
    after = last.id
    const wanted = await wantedCollections(container, found, cleaning.abandonedBefore)
    for (const debit of found.filter(({ payment_collection_id }) => !wanted.has(payment_collection_id))) {
      if (!silent.has(debit.account) && !(await cancelOne(container, debit))) {
        silent.add(debit.account)
      }
    }
  }
}

/** @returns false when its gateway does not answer */
async function cancelOne(container: MedusaContainer, debit: DebitRecord): Promise<boolean> {
  try {
    await container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE).cancelUnsubmitted(debit)
    return true
  } catch (error) {
    if (!isCatalystPayError(error)) {
      throw error
    }
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`Debit ${debit.id} of an abandoned cart keeps its session for now. ${error.message}`)
    return error.code !== "gateway_unavailable"
  }
}

/** The payment collections that an order has, or a cart that somebody changed since. */
async function wantedCollections(container: MedusaContainer, debits: DebitRecord[], abandonedBefore: Date): Promise<Set<string>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { payment_collection_id: debits.map(({ payment_collection_id }) => payment_collection_id) }
  const [orders, carts] = await Promise.all([
    query.graph({ entity: "order_payment_collection", fields: ["payment_collection_id", "order.id"], filters }),
    query.graph({
      entity: "cart_payment_collection",
      fields: ["payment_collection_id", "cart.id", "cart.updated_at", "cart.completed_at"],
      filters,
    }),
  ])
  const ordered = orderRows.parse(orders.data).filter(({ order }) => !!order)
  const inUse = cartRows.parse(carts.data).filter(({ cart }) => !!cart?.completed_at || (cart && cart.updated_at > abandonedBefore))
  return new Set([...ordered, ...inUse].map(({ payment_collection_id }) => payment_collection_id))
}

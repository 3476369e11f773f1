import type { MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { isOurProvider } from "../../modules/catalystpay/accounts/provider-ids"
import type { DebitRecord } from "../../modules/catalystpay/debits/debit-record"

const timestamp = z.union([z.string(), z.date()]).nullish()
const moment = z.union([z.string(), z.date()]).transform((value) => new Date(value))
/** Medusa's amounts: the exact value stands beside the rounded one. */
const raw = z.object({ value: z.union([z.string(), z.number()]).transform(String) }).transform(({ value }) => value)

/** A total is worked out, not stored: it comes as Medusa's own kind of number. */
const total = z.instanceof(BigNumber).transform(({ raw, numeric }) => String(raw?.value ?? numeric))

const payment = z.object({
  id: z.string(),
  captured_at: timestamp,
  canceled_at: timestamp,
  captures: z.array(z.object({ id: z.string(), raw_amount: raw, created_at: moment })).nullish(),
  refunds: z.array(z.object({ id: z.string(), raw_amount: raw, note: z.string().nullish() })).nullish(),
})

const sessions = z.array(
  z.object({
    id: z.string(),
    status: z.string(),
    raw_amount: raw,
    currency_code: z.string(),
    /** A browser could have written it: it says what is shown, and decides nothing about money. */
    data: z.object({ verification_url: z.string().nullish().catch(null) }).nullish(),
    payment: payment.nullish(),
    payment_collection: z.object({ id: z.string(), status: z.string(), raw_amount: raw }).nullish(),
  }),
)
const orders = z.array(
  z.object({
    order: z
      .object({
        id: z.string(),
        canceled_at: timestamp,
        total,
        transactions: z.array(z.object({ reference_id: z.string().nullish() })).nullish(),
        payment_collections: z
          .array(
            z.object({
              id: z.string(),
              payments: z.array(z.object({ provider_id: z.string(), canceled_at: timestamp })).nullish(),
            }),
          )
          .nullish(),
      })
      .nullish(),
  }),
)
const carts = z.array(z.object({ cart: z.object({ id: z.string(), completed_at: timestamp }).nullish() }))

/** What Medusa holds of a debit, as far as the two may disagree. Amounts are exact decimal strings in major units. */
export interface MedusaView {
  /** Null when Medusa has deleted it. */
  session: z.output<typeof sessions>[number] | null
  order: {
    id: string
    canceled: boolean
    /** With the edits that were confirmed. */
    total: string
    payment_collection_ids: string[]
    /** The ids of captures, and of refunds, that the order's own balance counts. */
    counted: string[]
    /** Another provider's payment stands for it, too. */
    paid_otherwise: boolean
  } | null
  cart: { id: string; completed: boolean } | null
}

export async function readMedusaView(container: MedusaContainer, debit: DebitRecord): Promise<MedusaView> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { payment_collection_id: debit.payment_collection_id }
  const [session, order, cart] = await Promise.all([
    query.graph({
      entity: "payment_session",
      fields: [
        "id",
        "status",
        "raw_amount",
        "currency_code",
        "data",
        "payment.id",
        "payment.captured_at",
        "payment.canceled_at",
        "payment.refunds.id",
        "payment.refunds.raw_amount",
        "payment.refunds.note",
        "payment.captures.id",
        "payment.captures.raw_amount",
        "payment.captures.created_at",
        "payment_collection.id",
        "payment_collection.status",
        "payment_collection.raw_amount",
      ],
      filters: { id: debit.payment_session_id },
    }),
    query.graph({
      entity: "order_payment_collection",
      fields: [
        "order.id",
        "order.canceled_at",
        "order.total",
        "order.transactions.reference_id",
        "order.payment_collections.id",
        "order.payment_collections.payments.provider_id",
        "order.payment_collections.payments.canceled_at",
      ],
      filters,
    }),
    query.graph({ entity: "cart_payment_collection", fields: ["cart.id", "cart.completed_at"], filters }),
  ])
  const placed = orders.parse(order.data)[0]?.order
  const open = carts.parse(cart.data)[0]?.cart
  return {
    session: sessions.parse(session.data)[0] ?? null,
    order: placed ? toOrder(placed) : null,
    cart: open ? { id: open.id, completed: !!open.completed_at } : null,
  }
}

function toOrder(placed: NonNullable<z.output<typeof orders>[number]["order"]>): NonNullable<MedusaView["order"]> {
  const collections = placed.payment_collections ?? []
  return {
    id: placed.id,
    canceled: !!placed.canceled_at,
    total: placed.total,
    payment_collection_ids: collections.map(({ id }) => id),
    counted: (placed.transactions ?? []).flatMap(({ reference_id }) => reference_id ?? []),
    paid_otherwise: collections.some(({ payments }) =>
      payments?.some(({ provider_id, canceled_at }) => !canceled_at && !isOurProvider(provider_id)),
    ),
  }
}

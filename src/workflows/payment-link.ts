import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, PaymentCollectionStatus } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import type { DebitRecord } from "../modules/catalystpay/debits/debit-record"
import { isInFlight } from "../modules/catalystpay/debit-state"
import { linkTo } from "../modules/catalystpay/checkout/payment-link"

const DEFAULT_LOCALE = "en"

/** Of a payment collection that the customer has to pay. */
const ASKING: string[] = [
  PaymentCollectionStatus.NOT_PAID,
  PaymentCollectionStatus.AWAITING,
  PaymentCollectionStatus.PARTIALLY_AUTHORIZED,
  "failed",
]

const address = z.object({ country_code: z.string().nullish() }).nullish()
const orders = z.array(
  z.object({
    order: z
      .object({
        id: z.string(),
        display_id: z.number(),
        canceled_at: z.union([z.string(), z.date()]).nullish(),
        shipping_address: address,
        billing_address: address,
        payment_collections: z.array(z.object({ id: z.string(), status: z.string() })),
      })
      .nullish(),
  }),
)

type Order = NonNullable<z.output<typeof orders>[number]["order"]>

/**
 * The link by which a customer pays the debit's order again, for the merchant to send.
 * @returns null when the option `paymentLink` is not set, and when no order asks for money
 */
export async function paymentLinkOf(container: MedusaContainer, debit: DebitRecord): Promise<string | null> {
  const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const template = ledger.settings.paymentLink
  const order = template === undefined ? null : await findOrder(container, debit)
  if (template === undefined || !order || !asksForMoney(order, await ledger.findByCollections(order.payment_collections.map(({ id }) => id)))) {
    return null
  }
  const country_code = order.shipping_address?.country_code ?? order.billing_address?.country_code
  if (!country_code && template.includes("{country_code}")) {
    return null
  }
  const locale = (await ledger.localeOf(debit)) ?? DEFAULT_LOCALE
  return linkTo(template, {
    order_id: order.id,
    display_id: String(order.display_id),
    country_code: (country_code ?? "").toLowerCase(),
    locale,
  })
}

/** Pure: while a debit of it is under way, nobody is to pay a second time. */
export function asksForMoney(order: Pick<Order, "canceled_at" | "payment_collections">, debits: Pick<DebitRecord, "status">[]): boolean {
  const isAsked = order.payment_collections.some(({ status }) => ASKING.includes(status))
  return !order.canceled_at && isAsked && !debits.some(({ status }) => isInFlight(status))
}

async function findOrder(container: MedusaContainer, debit: DebitRecord): Promise<Order | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_payment_collection",
    fields: [
      "order.id",
      "order.display_id",
      "order.canceled_at",
      "order.shipping_address.country_code",
      "order.billing_address.country_code",
      "order.payment_collections.id",
      "order.payment_collections.status",
    ],
    filters: { payment_collection_id: debit.payment_collection_id },
  })
  return orders.parse(data)[0]?.order ?? null
}

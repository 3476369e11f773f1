import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { seedAdmin, seedCustomer, seedPublishableKey } from "./access"
import { SAMPLE_CUSTOMER } from "./customer"
import { first } from "./lookup"
import { seedProducts } from "./products"
import { seedRegion } from "./region"
import { seedShipping } from "./shipping"

export type SeedInput = {
  admin_email: string
  admin_password: string
  /** Payment providers of the region, such as `pp_catalystpay_sepa`. */
  payment_providers: string[]
}

/** What a storefront has to know of the shop. */
export type SeededShop = {
  publishable_key: string
  region_id: string
  variant_id: string
  shipping_option_id: string
}

/** Fills a migrated database with a small shop. A second run finds what the first one made. */
export async function seedShop(container: MedusaContainer, input: SeedInput): Promise<SeededShop> {
  const sales_channel_id = await defaultSalesChannel(container)
  await nameStore(container)
  const region_id = await seedRegion(container, input.payment_providers)
  const { shipping_option_id, ...places } = await seedShipping(container, sales_channel_id)
  const variant_id = await seedProducts(container, { ...places, sales_channel_id })
  const publishable_key = await seedPublishableKey(container, sales_channel_id)
  await seedAdmin(container, input.admin_email, input.admin_password)
  await seedCustomer(container, SAMPLE_CUSTOMER)
  return { publishable_key, region_id, variant_id, shipping_option_id }
}

async function nameStore(container: MedusaContainer): Promise<void> {
  const stores = container.resolve(Modules.STORE)
  const { id } = first(await stores.listStores({}, { take: 1 }), "store")
  await stores.updateStores(id, { name: "Demo Shop GmbH" })
}

/** Medusa makes a store (in euro) and its sales channel at its first start. */
async function defaultSalesChannel(container: MedusaContainer): Promise<string> {
  const channels = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels({}, { take: 1 })
  return first(channels, "sales channel").id
}

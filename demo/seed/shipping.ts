import {
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { COUNTRIES, SHIPPING } from "./catalog"
import { findId, findOrMake, first } from "./lookup"

const WAREHOUSE = "Berlin warehouse"
const FULFILLMENT_SET = "Delivery from Berlin"
const FULFILLMENT_PROVIDER = "manual_manual"

export type SeededShipping = { stock_location_id: string; shipping_profile_id: string; shipping_option_id: string }

/** A warehouse that delivers to the whole region in two ways. Answers the first of them. */
export async function seedShipping(container: MedusaContainer, salesChannelId: string): Promise<SeededShipping> {
  const stockLocationId = await findOrMake(container, "stock_location", { name: WAREHOUSE }, () =>
    makeStockLocation(container, salesChannelId),
  )
  const profileId = await findOrMake(container, "shipping_profile", { type: "default" }, async () => {
    const { result } = await createShippingProfilesWorkflow(container).run({
      input: { data: [{ name: "Default", type: "default" }] },
    })
    return first(result, "shipping profile").id
  })
  const zoneId = await findOrMake(container, "service_zone", { name: FULFILLMENT_SET }, () =>
    makeServiceZone(container, stockLocationId),
  )
  const name = SHIPPING[0].name
  const optionId = await findOrMake(container, "shipping_option", { name }, () =>
    makeShippingOptions(container, zoneId, profileId),
  )
  return { stock_location_id: stockLocationId, shipping_profile_id: profileId, shipping_option_id: optionId }
}

async function makeStockLocation(container: MedusaContainer, salesChannelId: string): Promise<string> {
  const address = { address_1: "Musterstraße 1", city: "Berlin", postal_code: "10115", country_code: "DE" }
  const { result } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name: WAREHOUSE, address }] },
  })
  const { id } = first(result, "stock location")
  await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id, add: [salesChannelId] } })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: FULFILLMENT_PROVIDER },
  })
  return id
}

async function makeServiceZone(container: MedusaContainer, stockLocationId: string): Promise<string> {
  const geo_zones = COUNTRIES.map((country_code) => ({ country_code, type: "country" as const }))
  const set = await container.resolve(Modules.FULFILLMENT).createFulfillmentSets({
    name: FULFILLMENT_SET,
    type: "shipping",
    service_zones: [{ name: FULFILLMENT_SET, geo_zones }],
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: stockLocationId },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  return first(set.service_zones, "service zone").id
}

async function makeShippingOptions(
  container: MedusaContainer,
  service_zone_id: string,
  shipping_profile_id: string,
): Promise<string> {
  await createShippingOptionsWorkflow(container).run({
    input: SHIPPING.map(({ name, code, description, price }) => ({
      name,
      price_type: "flat" as const,
      provider_id: FULFILLMENT_PROVIDER,
      service_zone_id,
      shipping_profile_id,
      type: { label: name, code, description },
      prices: [{ currency_code: "eur", amount: price }],
      rules: [
        { attribute: "enabled_in_store", value: "true", operator: "eq" as const },
        { attribute: "is_return", value: "false", operator: "eq" as const },
      ],
    })),
  })
  const id = await findId(container, "shipping_option", { name: SHIPPING[0].name })
  return first(id === undefined ? [] : [id], "shipping option")
}

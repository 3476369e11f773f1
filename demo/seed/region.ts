import { createRegionsWorkflow, createTaxRegionsWorkflow, updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { COUNTRIES, TAX_RATES } from "./catalog"
import { findOrMake, first } from "./lookup"

const NAME = "Europe"

/** A euro region that is paid by direct debit; taxes are added to the prices. Answers its id. */
export async function seedRegion(container: MedusaContainer, paymentProviders: string[]): Promise<string> {
  const id = await findOrMake(container, "region", { name: NAME }, async () => {
    const region = {
      name: NAME,
      currency_code: "eur",
      countries: COUNTRIES,
      payment_providers: paymentProviders,
      automatic_taxes: true,
      is_tax_inclusive: false,
    }
    const { result } = await createRegionsWorkflow(container).run({ input: { regions: [region] } })
    return first(result, "region").id
  })
  await updateRegionsWorkflow(container).run({
    input: { selector: { id }, update: { payment_providers: paymentProviders } },
  })
  await seedTaxes(container)
  return id
}

async function seedTaxes(container: MedusaContainer): Promise<void> {
  const found = await container.resolve(Modules.TAX).listTaxRegions({ country_code: COUNTRIES })
  const known = new Set(found.map((region) => region.country_code))
  const missing = Object.entries(TAX_RATES).filter(([country]) => !known.has(country))
  if (missing.length > 0) {
    await createTaxRegionsWorkflow(container).run({
      input: missing.map(([country_code, rate]) => ({
        country_code,
        provider_id: "tp_system",
        default_tax_rate: { rate, code: `vat-${country_code}`, name: `VAT ${rate} %` },
      })),
    })
  }
}

import type { Lead } from "../../../gateway"
import { CatalystPayError } from "../errors"

/** What of a cart's or an order's address the lead is made of. */
export interface PartyAddress {
  first_name?: string | null
  last_name?: string | null
  address_1?: string | null
  address_2?: string | null
  city?: string | null
  postal_code?: string | null
  country_code?: string | null
  phone?: string | null
}

/** Who pays: the cart's, or the placed order's, e-mail and addresses. */
export interface Party {
  email?: string | null
  billing_address?: PartyAddress | null
  shipping_address?: PartyAddress | null
}

/**
 * CatalystPay's lead from Medusa's cart or order: the billing address first, the shipping address for what it lacks.
 * First and last name, e-mail and country are required (API page "session-fields").
 * @throws CatalystPayError `lead_incomplete` naming what the checkout has to ask for first.
 */
export function toLead(party: Party): Lead {
  const addresses = [party.billing_address, party.shipping_address]
  const field = (name: keyof PartyAddress): string | undefined =>
    addresses.map((address) => address?.[name]?.trim()).find((value) => !!value)
  const email = party.email?.trim().toLowerCase()
  const first_name = field("first_name")
  const last_name = field("last_name")
  const country = field("country_code")?.toUpperCase()
  if (!email || !first_name || !last_name || !country) {
    const required = { "e-mail": email, "first name": first_name, "last name": last_name, country }
    const missing = Object.entries(required).flatMap(([name, value]) => (value ? [] : [name]))
    throw new CatalystPayError("lead_incomplete", {
      developer: `The cart lacks ${missing.join(", ")}: set its e-mail and billing address before the payment session is created.`,
      shopper: `Please complete your details first: ${missing.join(", ")}.`,
    })
  }
  return withoutBlanks({
    first_name,
    last_name,
    email,
    country,
    address: field("address_1"),
    city: field("city"),
    postal_code: field("postal_code"),
    phone: field("phone"),
  })
}

/** What CatalystPay can do without (recipe "create-campaign-session"). */
const OPTIONAL_FIELDS = ["address", "city", "postal_code", "phone"] as const

/**
 * The lead without the fields that CatalystPay refused, named as its errors name them (`lead.phone`, `phone`).
 * @returns null when that would change nothing, or another field was refused too: then it is no use to send it again
 */
export function withoutLeadFields(lead: Lead, refused: readonly string[]): Lead | null {
  const left = { ...lead }
  for (const name of refused) {
    const field = OPTIONAL_FIELDS.find((optional) => name === optional || name === `lead.${optional}`)
    if (!field || left[field] === undefined) {
      return null
    }
    delete left[field]
  }
  return refused.length > 0 ? left : null
}

function withoutBlanks(lead: Lead): Lead {
  const { address, city, postal_code, phone, ...required } = lead
  return {
    ...required,
    ...(address ? { address } : {}),
    ...(city ? { city } : {}),
    ...(postal_code ? { postal_code } : {}),
    ...(phone ? { phone } : {}),
  }
}

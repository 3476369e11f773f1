import type { AddressField } from "../texts/types"
import type { ShopConfig } from "./config"
import type { Cart, Customer } from "./store"

/** From top to bottom: the first one with a problem gets the focus. */
export const ADDRESS_FIELDS = [
  "email",
  "first_name",
  "last_name",
  "address_1",
  "postal_code",
  "city",
  "country_code",
] as const satisfies readonly AddressField[]

export type Address = Record<AddressField, string>

/** Pure: what stands in the form at first: the cart's, else the customer's, else the sample's. */
export function firstAddress(cart: Cart, customer: Customer | null, { shopper }: ShopConfig): Address {
  const known = cart.shipping_address
  const own = { email: cart.email ?? customer?.email, first_name: customer?.first_name, last_name: customer?.last_name }
  return {
    email: own.email ?? shopper.email,
    first_name: known?.first_name ?? own.first_name ?? shopper.first_name,
    last_name: known?.last_name ?? own.last_name ?? shopper.last_name,
    address_1: known?.address_1 ?? shopper.address_1,
    postal_code: known?.postal_code ?? shopper.postal_code,
    city: known?.city ?? shopper.city,
    country_code: known?.country_code ?? shopper.country_code,
  }
}

export type AddressProblem = { field: AddressField; kind: "missing" | "wrong" }

/** Pure: what has to be put right, from top to bottom. */
export function addressProblems(address: Address): AddressProblem[] {
  return ADDRESS_FIELDS.flatMap((field): AddressProblem[] => {
    const value = address[field].trim()
    if (value === "") {
      return [{ field, kind: "missing" }]
    }
    return field === "email" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? [{ field, kind: "wrong" }] : []
  })
}

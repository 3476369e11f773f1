import type { Product } from "./store"

type Variant = NonNullable<Product["variants"]>[number]

/** In major units, without tax. */
export function priceOf({ calculated_price }: Pick<Variant, "calculated_price">): number {
  return calculated_price?.calculated_amount ?? 0
}

export function cheapest(variants: readonly Variant[]): number {
  return variants.length > 0 ? Math.min(...variants.map(priceOf)) : 0
}

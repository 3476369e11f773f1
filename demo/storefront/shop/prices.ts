import type { Product } from "./store"

type Variant = NonNullable<Product["variants"]>[number]

/** In major units, without tax. */
export function priceOf({ calculated_price }: Pick<Variant, "calculated_price">): number {
  return calculated_price?.calculated_amount ?? 0
}

export function lowestPrice(variants: readonly Variant[]): number {
  return variants.length > 0 ? Math.min(...variants.map(priceOf)) : 0
}

/** Whether the variants cost different amounts. */
export function isPriceFromTo(variants: readonly Variant[]): boolean {
  return variants.some((variant) => priceOf(variant) > lowestPrice(variants))
}

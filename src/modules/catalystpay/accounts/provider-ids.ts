/** Every provider of ours: `pp_catalystpay` with whatever id the merchant gave it. */
export const PROVIDER_PREFIX = "pp_catalystpay"

/** Pure: whether a Medusa provider id is one of this plugin's. */
export function isOurProvider(providerId: string): boolean {
  return providerId === PROVIDER_PREFIX || providerId.startsWith(`${PROVIDER_PREFIX}_`)
}

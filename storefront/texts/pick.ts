import type { SepaTexts } from "./types"

/**
 * The texts for a language such as `de-AT`, out of those that the storefront has; the first one when none fits.
 * @param available only these end up in your bundle
 */
export function pickTexts(locale: string | null | undefined, available: readonly [SepaTexts, ...SepaTexts[]]): SepaTexts {
  const language = languageOf(locale ?? "")
  return available.find((texts) => languageOf(texts.locale) === language) ?? available[0]
}

function languageOf(locale: string): string | undefined {
  return locale.toLowerCase().split(/[-_]/)[0]
}

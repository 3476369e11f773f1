import type { SepaSession } from "../client/session"

/** The amount of a session with its currency, as the language writes it; null where the session does not say. */
export function amountOf({ data }: SepaSession, locale: string): string | null {
  const { amount, currency_code } = data
  if (amount === null || currency_code === null || !Number.isFinite(Number(amount))) {
    return null
  }
  try {
    const style = { style: "currency", currency: currency_code.toUpperCase() } as const
    return new Intl.NumberFormat(locale, style).format(Number(amount))
  } catch {
    // A currency or language that this browser does not know is no reason for not being able to pay.
    return null
  }
}

/** A country's name in the language, from its two letters. */
export function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "region" }).of(code) ?? code
  } catch {
    return code
  }
}

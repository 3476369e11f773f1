/**
 * Turns a dashboard language into a tag that `Intl` knows: Medusa writes `ptBR` where BCP 47 writes `pt-BR`.
 */
export function toLocaleTag(language: string | undefined): string {
  const tag = (language ?? "").replace(/^([a-z]{2,3})([A-Z]{2})$/, "$1-$2").replace("_", "-")
  return isLocaleTag(tag) ? tag : "en"
}

function isLocaleTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}

/** @param amount decimal string in major units; CatalystPay's largest, 99999999.99, is exact as a number. */
export function formatMoney(amount: string, currencyCode: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency: currencyCode }).format(Number(amount))
}

/** @param iso time in ISO 8601; @param timeZone the reader's own unless given */
export function formatDateTime(iso: string, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(iso))
}

/** @param iso time in ISO 8601; @param timeZone the reader's own unless given */
export function formatDate(iso: string, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).format(new Date(iso))
}

/** @param month YYYY-MM; @param withYear false: the month's short name alone, where there is little room */
export function formatMonth(month: string, locale: string, withYear: boolean): string {
  const date = new Date(`${month}-01T00:00:00Z`)
  const year = withYear ? "numeric" : undefined
  return new Intl.DateTimeFormat(locale, { month: "short", year, timeZone: "UTC" }).format(date)
}

/** @param rate a decimal: 0.0123 is 1.23 % */
export function formatRate(rate: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(rate)
}

/** An amount without its currency, with the digits that it has. @param amount decimal string in major units */
export function formatAmount(amount: string, locale: string): string {
  const digits = amount.split(".")[1]?.length ?? 0
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(Number(amount))
}

/** The name of a language, such as "German" for `de`. */
export function formatLanguage(tag: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag
}

/** A moment as evidence has it: to the second, in UTC, which is said. @param iso time in ISO 8601 */
export function formatMoment(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "long", timeZone: "UTC" }).format(new Date(iso))
}

export function isPositive(amount: string): boolean {
  return Number(amount) > 0
}

/** CatalystPay's amounts are decimal(10,2) in every currency. */
const AMOUNT = /^(\d{1,8})(?:\.(\d{1,2}))?$/

/** Minor units of a decimal text in major units, "29.99" -> 2999; null when it is none. */
export function toMinor(decimal: string): number | null {
  const [, whole, decimals = ""] = AMOUNT.exec(decimal) ?? []
  return whole === undefined ? null : Number(whole) * 100 + Number(decimals.padEnd(2, "0"))
}

/** 2999 -> "29.99" */
export function toDecimal(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, "0")
  return `${minor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/**
 * A decimal amount in major units as whole cents, a half rounded away from zero: Medusa's own amounts are unrounded.
 * @throws Error for what is no plain decimal number
 */
export function toCents(amount: string): number {
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? []
  if (whole === "") {
    throw new Error(`"${amount}" is no amount.`)
  }
  const cents = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, "0"))
  const rounded = cents + (Number(fraction.charAt(2) || "0") >= 5 ? 1 : 0)
  return sign === "-" ? -rounded : rounded
}

/** Cents as people write them: 1234.05. */
export function fromCents(cents: number): string {
  return (cents / 100).toFixed(2)
}

import { BigNumber, MathBN } from "@medusajs/framework/utils"
import type { BigNumberInput } from "@medusajs/framework/types"
import { CatalystPayError } from "../errors"

/** CatalystPay's `amount` is decimal(10,2) (API page "session-fields"). */
const LARGEST_AMOUNT = "99999999.99"

/** How many digits a currency has after the point; ISO 4217 by way of the runtime's own tables. */
export function currencyDigits(currencyCode: string): number {
  try {
    const format = new Intl.NumberFormat("en", { style: "currency", currency: currencyCode })
    return format.resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    throw new CatalystPayError("currency_not_supported", {
      developer: "The currency is not an ISO 4217 code.",
      shopper: "This currency cannot be paid by SEPA direct debit.",
    })
  }
}

/**
 * Rounds half up to the currency's digits. Medusa's totals come unrounded: (12.50 + 4.90) × 1.19 is 20.706.
 * @returns a decimal string in major units, such as `"20.71"`.
 */
export function toDecimal(amount: BigNumberInput, currencyCode: string): string {
  const digits = currencyDigits(currencyCode)
  return MathBN.convert(amount, digits).toFixed(digits)
}

/** Like toDecimal, and refuses what cannot be collected. */
export function toPayableAmount(amount: BigNumberInput, currencyCode: string): string {
  const decimal = toDecimal(amount, currencyCode)
  if (!MathBN.gt(decimal, 0) || MathBN.gt(decimal, LARGEST_AMOUNT)) {
    throw new CatalystPayError("amount_not_payable", {
      developer: `A SEPA direct debit collects more than 0 and at most ${LARGEST_AMOUNT}; the amount is ${decimal}.`,
      shopper: "This amount cannot be paid by SEPA direct debit.",
    })
  }
  return decimal
}

/** Compares money by value: "29.9" is "29.90". An unknown amount is never the same. */
export function isSameAmount(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && MathBN.eq(one, other)
}

/** Adds decimal strings exactly. */
export function addAmounts(one: string, other: string): string {
  return MathBN.add(one, other).toFixed()
}

/** Subtracts decimal strings exactly. */
export function subtractAmounts(one: string, other: string): string {
  return MathBN.sub(one, other).toFixed()
}

export function sumAmounts(amounts: string[]): string {
  return amounts.reduce(addAmounts, "0")
}

export function leastAmount(one: string, other: string): string {
  return MathBN.lt(one, other) ? one : other
}

export function isMoreThan(one: string, other: string): boolean {
  return MathBN.gt(one, other)
}

/** The value that Medusa keeps in the `raw_…` column beside a numeric one. */
export function rawAmount(decimal: string): string {
  return JSON.stringify(new BigNumber(decimal).raw)
}

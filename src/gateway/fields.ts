import { z } from "zod"
import { maskIbans } from "./redact"

/*
 * Readers for single fields of CatalystPay's answers. The documentation promises that every key is present, with null
 * for an absent source, yet its own samples leave keys out; an answer about money must not be lost over that, so a
 * field that is missing or of an unexpected type reads as null.
 */

export function toText(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) {
    return String(value)
  }
  if (typeof value !== "string") {
    return null
  }
  const trimmed = value.trim()
  return trimmed === "" ? null : trimmed
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/**
 * A decimal string with two digits, or more where more were written and are not zero: nothing is rounded away,
 * so that a comparison with the ledger's amount can only fail, never pass by accident.
 */
export function toAmount(value: unknown): string | null {
  const [, sign, whole, fraction = ""] = DECIMAL.exec(toText(value) ?? "") ?? []
  if (sign === undefined || whole === undefined) {
    return null
  }
  const digits = fraction.replace(/0+$/, "").padEnd(2, "0")
  return `${sign}${whole.replace(/^0+(?=\d)/, "")}.${digits}`
}

/** The last four characters of an account number, whether a source gives only those, a masked IBAN or a whole one. */
export function toLast4(value: unknown): string | null {
  const compact = (toText(value) ?? "").replace(/[^0-9A-Za-z]/g, "")
  return compact.length < 4 ? null : compact.slice(-4).toUpperCase()
}

/** Shoppers' browsers are sent there, so anything but http(s) is dropped. */
function toWebUrl(value: unknown): string | null {
  const url = toText(value)
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null
}

const missing = z.unknown().optional()

/** Ids and codes: exactly what the gateway wrote. */
export const text = missing.transform(toText)
/** Words for people, in which a careless source might repeat the shopper's IBAN. */
export const prose = missing.transform((value) => {
  const written = toText(value)
  return written === null ? null : maskIbans(written)
})
export const flag = missing.transform((value) => (typeof value === "boolean" ? value : null))
export const amount = missing.transform(toAmount)
export const currency = missing.transform((value) => toText(value)?.toUpperCase() ?? null)
export const last4 = missing.transform(toLast4)
export const webUrl = missing.transform(toWebUrl)
export const count = missing.transform((value) => {
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value
  return typeof number === "number" && Number.isSafeInteger(number) ? number : null
})

/** A nested block of the envelope; null when it is absent or not an object. */
export function block<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .unknown()
    .optional()
    .transform((value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? value : null))
    .pipe(z.object(shape).nullable())
}

/** Finds a value in a closed list whatever its case, or answers `fallback`: lists at the gateway may grow. */
export function oneOf<Known extends string, Fallback extends string>(
  known: readonly Known[],
  fallback: Fallback,
  written: string | null,
): Known | Fallback {
  return known.find((entry) => entry.toLowerCase() === written?.toLowerCase()) ?? fallback
}

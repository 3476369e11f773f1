import { z } from "zod"
import { isLoopback } from "./base-url"
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

/**
 * The last four characters of an account number, whether a source gives only those, a masked IBAN or a whole one;
 * null where a mask hides them. Never more than four.
 */
export function toLast4(value: unknown): string | null {
  const compact = (toText(value) ?? "").replace(/[\s\p{Pd}\p{Cf}._]/gu, "")
  const last = compact.slice(-4)
  return /^[0-9A-Za-z]{4}$/.test(last) ? last.toUpperCase() : null
}

const DAY = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i

/** A date (YYYY-MM-DD) or a moment (ISO 8601), as it was written: the documentation shows both for the same field. */
export function toDate(value: unknown): string | null {
  const written = toText(value)
  const day = DAY.exec(written ?? "")?.[1]
  return day !== undefined && isDay(day) ? written : null
}

/** Whether a text is a day that the calendar has, as YYYY-MM-DD. */
export function isDay(written: string): boolean {
  const moment = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === written
}

/**
 * Shoppers' browsers are sent there, so what would run there, travel in clear or hide its host behind a user name
 * (`https://your.bank@evil.example`) is dropped. Plain http is accepted for this machine only, for the sandbox.
 */
function toWebUrl(value: unknown): string | null {
  const written = toText(value)
  const url = written !== null && /^https?:\/\/[^/\\\s\p{Cc}][^\s\p{Cc}]*$/iu.test(written) && URL.canParse(written) ? new URL(written) : null
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname))
  return safe && url.username === "" && url.password === "" ? written : null
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
export const date = missing.transform(toDate)
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

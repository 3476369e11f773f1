import { countrySpecs, validateIBAN, ValidationErrorsIBAN } from "ibantools"
import { compactIban } from "./grouping"

/** The check that an IBAN did not pass. The wording stands in the texts, `iban_problems`. */
export const IBAN_PROBLEMS = ["country", "length", "structure", "checksum", "sepa"] as const
export type IbanProblem = (typeof IBAN_PROBLEMS)[number]

export type LocalCheck = { ok: true; country: string } | { ok: false; problem: IbanProblem }

/**
 * Countries, by the first two letters of their IBANs, whose banks the SEPA direct debit schemes reach: the EPC's "List of
 * SEPA Scheme Countries" (EPC409-09) as of May 2025. The server has the last word.
 */
const SEPA_COUNTRIES: ReadonlySet<string> = new Set(
  (
    "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS " +
    "SE SI SK SM VA"
  ).split(" "),
)

/** Checks an IBAN as typed, check digits included, without asking anybody. */
export function checkIban(input: string): LocalCheck {
  const iban = compactIban(input)
  const country = iban.slice(0, 2)
  const { valid, errorCodes } = validateIBAN(iban)
  if (valid) {
    return SEPA_COUNTRIES.has(country) ? { ok: true, country } : { ok: false, problem: "sepa" }
  }
  if (iban.length < 2) {
    return { ok: false, problem: "length" }
  }
  const has = (...codes: ValidationErrorsIBAN[]) => codes.some((code) => errorCodes.includes(code))
  if (has(ValidationErrorsIBAN.NoIBANCountry)) {
    return { ok: false, problem: "country" }
  }
  if (has(ValidationErrorsIBAN.WrongBBANLength)) {
    return { ok: false, problem: "length" }
  }
  const misshapen = has(ValidationErrorsIBAN.WrongBBANFormat, ValidationErrorsIBAN.ChecksumNotNumber)
  return { ok: false, problem: misshapen ? "structure" : "checksum" }
}

/** The country that an IBAN begins with, as soon as it is typed; null while it is none that has IBANs. */
export function ibanCountry(input: string): string | null {
  const country = compactIban(input).slice(0, 2)
  return typeof ibanLength(country) === "number" ? country : null
}

/** Whether as many characters are there as the country's IBANs have: the moment to check without being asked to. */
export function isWholeIban(input: string): boolean {
  const iban = compactIban(input)
  return iban.length === ibanLength(iban.slice(0, 2))
}

function ibanLength(country: string): number | null {
  return Object.hasOwn(countrySpecs, country) ? (countrySpecs[country]?.chars ?? null) : null
}

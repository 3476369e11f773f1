import { countrySpecs, validateIBAN, ValidationErrorsIBAN } from "ibantools"

/**
 * Countries, by the first two letters of their IBANs, whose banks the SEPA direct debit schemes reach: the EPC's
 * "List of SEPA Scheme Countries" (EPC409-09) as of May 2025, with Albania and Montenegro (November 2024), Moldova and
 * North Macedonia (March 2025) and Serbia (May 2025), which ibantools does not count in yet.
 * French overseas departments use FR, the Channel Islands and the Isle of Man use GB.
 */
const SEPA_COUNTRIES: ReadonlySet<string> = new Set(
  (
    "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS " +
    "SE SI SK SM VA"
  ).split(" "),
)

/** Anything that people and spreadsheets put between the groups: white space, dashes, invisible characters. */
const SEPARATORS = /[\s\p{Pd}\p{Cf}]/gu

/** An IBAN as banks exchange it: upper case, no spaces, dashes or no-break spaces. Says nothing of its validity. */
export function normaliseIban(input: string): string {
  return input.replace(SEPARATORS, "").toUpperCase()
}

/** The check that an IBAN did not pass, in the order in which they are made. */
export type IbanCheck = "characters" | "country" | "length" | "structure" | "checksum" | "sepa"

export type IbanCheckResult =
  | {
      ok: true
      /** Normalised. Sensitive: it must not be stored or logged in clear. */
      iban: string
      /** ISO 3166-1 alpha-2. */
      country: string
      last4: string
    }
  | {
      ok: false
      code: "invalid_iban" | "iban_not_sepa"
      failed: IbanCheck
      /** For the shopper; never contains the IBAN. */
      message: string
    }

const MESSAGES: Record<IbanCheck, string> = {
  characters: "The IBAN may contain letters and digits only.",
  country: "The IBAN does not begin with the code of a country that uses IBANs.",
  length: "The IBAN does not have the length that its country's IBANs have.",
  structure: "The IBAN does not have the structure that its country's IBANs have.",
  checksum: "The IBAN's check digits do not match; please look for a mistyped character.",
  sepa: "Accounts in this IBAN's country can't be debited by SEPA direct debit.",
}

/** Checks an IBAN as typed by a shopper, and that SEPA reaches its country. Makes no call. */
export function checkIban(input: string): IbanCheckResult {
  const iban = normaliseIban(input)
  const failed = failedCheck(iban)
  if (failed !== null) {
    return { ok: false, code: failed === "sepa" ? "iban_not_sepa" : "invalid_iban", failed, message: MESSAGES[failed] }
  }
  return { ok: true, iban, country: iban.slice(0, 2), last4: iban.slice(-4) }
}

function failedCheck(iban: string): IbanCheck | null {
  if (!/^[A-Z0-9]*$/.test(iban)) {
    return "characters"
  }
  if (iban.length < 2) {
    return "length"
  }
  const { valid, errorCodes } = validateIBAN(iban)
  if (valid) {
    return SEPA_COUNTRIES.has(iban.slice(0, 2)) ? null : "sepa"
  }
  if (errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) {
    return "country"
  }
  if (errorCodes.includes(ValidationErrorsIBAN.WrongBBANLength)) {
    return "length"
  }
  const misshapen = [ValidationErrorsIBAN.WrongBBANFormat, ValidationErrorsIBAN.ChecksumNotNumber]
  return misshapen.some((code) => errorCodes.includes(code)) ? "structure" : "checksum"
}

/**
 * Whether a normalised text reads as an IBAN of any country, SEPA or not. Wider than `checkIban`: one that fails only
 * its country's own account check still identifies somebody when it turns up in a log.
 */
export function isIban(normalised: string): boolean {
  return validateIBAN(normalised).errorCodes.every(
    (code) => code === ValidationErrorsIBAN.WrongAccountBankBranchChecksum,
  )
}

/** How many characters the IBANs of a country have; null for a country without IBANs. */
export function ibanLength(country: string): number | null {
  return Object.hasOwn(countrySpecs, country) ? (countrySpecs[country]?.chars ?? null) : null
}

/** IBAN lengths of the SEPA countries (SWIFT IBAN registry); other countries are held to the general 15 to 34. */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24, AL: 28, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27,
  GB: 22, GI: 23, GR: 27, HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MD: 24,
  ME: 22, MK: 19, MT: 31, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24, RS: 22, SE: 24, SI: 19, SK: 24, SM: 27, VA: 22,
}

/** Upper case without white space. */
export function normaliseIban(iban: string): string {
  return iban.replace(/\s+/g, "").toUpperCase()
}

/** ISO 13616: form, length of the country, and the check digits by ISO 7064 mod 97-10. */
export function isValidIban(normalised: string): boolean {
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/.test(normalised)) {
    return false
  }
  const length = LENGTHS[normalised.slice(0, 2)]
  if (length !== undefined && normalised.length !== length) {
    return false
  }
  let remainder = 0
  for (const character of normalised.slice(4) + normalised.slice(0, 4)) {
    const value = parseInt(character, 36)
    remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97
  }
  return remainder === 1
}

/** All but the last four characters replaced by `*`, length kept: the reconciliation API's way of masking. */
export function maskIban(normalised: string): string {
  return normalised.slice(-4).padStart(normalised.length, "*")
}

/** Whatever people and programs put between the groups of an IBAN. */
const SEPARATORS = /[\s\p{Pd}\p{Cf}._/]/gu

/**
 * Which of the IBANs stand in a text: in any case and spacing, as base64 or as hex. The account part alone counts too,
 * because it names the account as well as the whole does.
 */
export function ibansIn(text: string, ibans: Iterable<string>): string[] {
  const plain = text.replace(SEPARATORS, "").toUpperCase()
  return [...ibans].filter((iban) => {
    const account = iban.replace(SEPARATORS, "").toUpperCase().slice(4)
    return plain.includes(account) || encodings(account).some((form) => text.includes(form))
  })
}

/** The account inside a longer encoded text may begin at any of three places of a base64 group. */
function encodings(account: string): string[] {
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.from("\0".repeat(shift) + account).toString("base64")
    return encoded.slice(shift === 0 ? 0 : 4, -4)
  })
  return [...base64, Buffer.from(account).toString("hex")]
}

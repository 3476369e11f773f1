/** As printed on a bank card: "DE89 3704 0044 0532 0130 00". */
export function groupIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, "$1 ")
}

/** Fit for a terminal that others may see: "DE•• ••3000". */
export function maskIban(iban: string): string {
  const compact = iban.replace(/\s/g, "").toUpperCase()
  return `${compact.slice(0, 2)}•• ••${compact.length > 8 ? compact.slice(-4) : ""}`
}

export type Bank = { bank_name: string | null; bic: string | null }

/** Bank code (country and the head of the BBAN) -> bank. A small table; the real registry misses smaller banks too. */
const BANKS: Readonly<Record<string, readonly [name: string, bic: string]>> = {
  DE10000000: ["Deutsche Bundesbank", "MARKDEF1100"],
  DE10010010: ["Postbank", "PBNKDEFFXXX"],
  DE10011001: ["N26 Bank", "NTSBDEB1XXX"],
  DE10050000: ["Berliner Sparkasse", "BELADEBEXXX"],
  DE12030000: ["Deutsche Kreditbank", "BYLADEM1001"],
  DE20041133: ["comdirect", "COBADEHD001"],
  DE30020900: ["Targobank", "CMCIDEDDXXX"],
  DE37040044: ["Commerzbank", "COBADEFFXXX"],
  DE43060967: ["GLS Gemeinschaftsbank", "GENODEM1GLS"],
  DE50010517: ["ING", "INGDDEFFXXX"],
  DE50070010: ["Deutsche Bank", "DEUTDEFFXXX"],
  DE70020270: ["HypoVereinsbank", "HYVEDEMMXXX"],
  AT20111: ["Erste Bank", "GIBAATWWXXX"],
  ES2100: ["CaixaBank", "CAIXESBBXXX"],
  FR30004: ["BNP Paribas", "BNPAFRPPXXX"],
  NLABNA: ["ABN AMRO", "ABNANL2AXXX"],
  NLINGB: ["ING", "INGBNL2AXXX"],
  NLRABO: ["Rabobank", "RABONL2UXXX"],
}

/** The bank of a valid, normalised IBAN; nulls when it is not in the table. */
export function bankOf(iban: string): Bank {
  const country = iban.slice(0, 2)
  for (const digits of [8, 5, 4]) {
    const bank = BANKS[country + iban.slice(4, 4 + digits)]
    if (bank) {
      return { bank_name: bank[0], bic: bank[1] }
    }
  }
  return { bank_name: null, bic: null }
}

/** What somebody looks for, read from what they have typed. */
export interface SearchTerms {
  /** Values that an id or a reference of a debit may have. */
  names: string[]
  /** Of an IBAN. */
  last4: string | null
  /** Medusa's order, by its id or by the number that people call it by. */
  order: { id: string } | { display_id: number } | null
}

/** Of a reference, the Medusa payment session: an earlier attempt's stands in no row any more. */
const ATTEMPT = /\.\d{1,3}$/
/** PostgreSQL's integer. */
const LARGEST_DISPLAY_ID = 2_147_483_647

/** Pure: `#12` is an order, four digits may also end an IBAN, everything else is a name, in the case that it is kept in. */
export function readSearch(text: string): SearchTerms {
  const typed = text.trim()
  const [, number] = /^#?(\d{1,10})$/.exec(typed) ?? []
  if (number !== undefined) {
    const display_id = Number(number)
    return {
      names: typed.startsWith("#") ? [] : [typed],
      last4: /^\d{4}$/.test(typed) ? typed : null,
      order: display_id <= LARGEST_DISPLAY_ID ? { display_id } : null,
    }
  }
  return {
    names: [...new Set([typed, typed.toUpperCase(), typed.replace(ATTEMPT, "")])],
    last4: null,
    order: typed.startsWith("order_") ? { id: typed } : null,
  }
}

/** Longer than any country's IBANs. */
const LONGEST = 34
const GROUP = 4

export interface TypedText {
  text: string
  /** How many characters stand before the caret. */
  caret: number
}

/** Letters and digits alone, in capitals: the IBAN in whatever was typed or pasted, a leading word "IBAN" left out. */
export function compactIban(text: string): string {
  return significant(text).replace(LABEL, "").slice(0, LONGEST)
}

/** In groups of four, as on bank cards. */
export function groupIban(text: string): string {
  return compactIban(text).replace(/(.{4})(?=.)/g, "$1 ")
}

/**
 * Groups what was just typed, and keeps the caret behind the same character although spaces come and go before it.
 * @param forward the key deleted to the right of the caret: where it met a space it moves over it, or it were stuck
 */
export function regroup({ text, caret }: TypedText, forward = false): TypedText {
  const grouped = groupIban(text)
  const label = significant(text).length - significant(text).replace(LABEL, "").length
  const before = Math.min(Math.max(significant(text.slice(0, caret)).length - label, 0), compactIban(text).length)
  const position = before + Math.max(Math.ceil(before / GROUP) - 1, 0)
  const atSpace = grouped[position] === " "
  return { text: grouped, caret: forward && atSpace ? position + 1 : position }
}

const LABEL = /^IBAN(?=[A-Z]{2}\d)/

function significant(text: string): string {
  return text.replace(/[^0-9A-Za-z]/g, "").toUpperCase()
}

/** Takes a text and gives back what may be kept of it. */
export type Rewrite = (text: string) => string

const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?[0-9][0-9.eE+-]*/g
const JSON_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/
/** A number of so few characters comes out of JavaScript as it was written: no digit is lost, none turns into 1e-7. */
const SAFE_LENGTH = 8
const LONG_NUMBER = new RegExp(`[0-9.]{${SAFE_LENGTH + 1},}`)

/**
 * The JSON value of a text, its strings passed through `rewrite`; undefined when it is none. A number with so many
 * digits that JavaScript might round or rewrite it becomes a string of exactly those digits: it may be an id, or money.
 */
export function parseJson(text: string, rewrite: Rewrite = (written) => written): unknown {
  try {
    return JSON.parse(keepLongNumbers(text), (_, value: unknown) =>
      typeof value === "string" ? rewrite(value) : value,
    )
  } catch {
    return undefined
  }
}

function keepLongNumbers(text: string): string {
  if (!LONG_NUMBER.test(text)) {
    return text
  }
  return text.replace(STRING_OR_NUMBER, (token) => {
    const is_long_number = !token.startsWith('"') && token.length > SAFE_LENGTH
    return is_long_number && JSON_NUMBER.test(token) ? `"${token}"` : token
  })
}

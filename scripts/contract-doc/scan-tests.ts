import { testCalls } from "../tests/test-calls"

/** A `describe`, `it` or `test` whose name carries ids of facts. */
export type NamedTest = { ids: string[]; name: string }

const ID = /\[(\d+(?:\.\d+)?-[a-z0-9-]+)\]/g

/**
 * The names in a test file that carry ids. The id may stand in the name itself or, for `.each`, in a text of its table,
 * which then takes the place of the name's `%s`.
 */
export function scanTests(file: string, text: string): NamedTest[] {
  const found: NamedTest[] = []
  const keep = (name: string, own: string): void => {
    const ids = [...own.matchAll(ID)].flatMap(([, id]) => (id === undefined ? [] : [id]))
    if (ids.length > 0) {
      found.push({ ids, name: name.replace(ID, "").replace(/\s+/g, " ").trim() })
    }
  }
  for (const { name, rows } of testCalls(file, text)) {
    keep(name, name)
    rows.forEach((row) => keep(name.replace("%s", () => row), row))
  }
  return found
}

/** What a mapping may put under a key and that says something. */
type Scalar = string | number | boolean

type Container = Record<string, unknown>
type KeysOf = (container: Container, name: string) => readonly string[]

/** What JSON and Python write for nothing, where a query string made a text of it. */
const NOTHING = new Set(["", "null", "None"])

/**
 * Looks for values in a webhook's payload by the names that an endpoint's mapping may have given them. A place is a
 * key as it is spelt, or one inside the object that the part before one of its dots names.
 */
export class PayloadReader {
  private readonly spellings = new WeakMap<Container, Map<string, string[]>>()

  constructor(private readonly payload: unknown) {}

  /**
   * The value at the first of these places that has one; nulls, blank texts, objects and lists are none. Where no place
   * of a group is spelt exactly so, other cases and separators count ("SessionToken", "session-token"); of such
   * spellings with different values none is taken.
   *
   * @param groups - places of equal standing, the first of them preferred; all of a group go before the next group
   */
  find(...groups: readonly (readonly string[])[]): Scalar | null {
    for (const places of groups) {
      const values = this.exactly(places) ?? this.similarly(places)
      if (values.size > 0) {
        const [value] = values.size === 1 ? values.values() : []
        return value ?? null
      }
    }
    return null
  }

  private exactly(places: readonly string[]): Map<string, Scalar> | null {
    for (const place of places) {
      const [value] = valuesAt(this.payload, place, exactKeys)
      if (value !== undefined) {
        return new Map([[String(value), value]])
      }
    }
    return null
  }

  /** The different values at the first place that has any. */
  private similarly(places: readonly string[]): Map<string, Scalar> {
    for (const place of places) {
      const values = [...valuesAt(this.payload, place, this.similarKeys)]
      if (values.length > 0) {
        return new Map(values.map((value) => [String(value), value]))
      }
    }
    return new Map()
  }

  private readonly similarKeys: KeysOf = (container, name) => {
    const exact = exactKeys(container, name)
    return exact.length > 0 ? exact : (this.spellingsIn(container).get(fold(name)) ?? [])
  }

  private spellingsIn(container: Container): Map<string, string[]> {
    const known = this.spellings.get(container)
    if (known) {
      return known
    }
    const spellings = new Map<string, string[]>()
    for (const key of Object.keys(container)) {
      const folded = fold(key)
      const keys = spellings.get(folded) ?? []
      keys.push(key)
      spellings.set(folded, keys)
    }
    this.spellings.set(container, spellings)
    return spellings
  }
}

/** Dots stay: they tell a transaction's "id" from a "transaction_id". */
function fold(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, "")
}

function exactKeys(container: Container, name: string): readonly string[] {
  return Object.hasOwn(container, name) ? [name] : []
}

function* valuesAt(container: unknown, place: string, keysOf: KeysOf): Generator<Scalar> {
  if (!isContainer(container)) {
    return
  }
  for (const key of keysOf(container, place)) {
    const value = container[key]
    if (saysSomething(value)) {
      yield value
    }
  }
  for (let dot = place.indexOf("."); dot !== -1; dot = place.indexOf(".", dot + 1)) {
    for (const key of keysOf(container, place.slice(0, dot))) {
      yield* valuesAt(container[key], place.slice(dot + 1), keysOf)
    }
  }
}

function isContainer(value: unknown): value is Container {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function saysSomething(value: unknown): value is Scalar {
  switch (typeof value) {
    case "string":
      return !NOTHING.has(value.trim())
    case "number":
      // A whole number beyond 2^53 was rounded when the JSON was parsed: a wrong id is worse than none.
      return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))
    default:
      return typeof value === "boolean"
  }
}

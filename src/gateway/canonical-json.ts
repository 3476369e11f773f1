/*
 * The form over which CatalystPay signs webhooks: Python's `json.dumps(json.loads(body), sort_keys=True,
 * separators=(",", ":"))`. JavaScript's own parser can't give it: it turns 1.0 into 1, rounds what is beyond 2^53,
 * and its sort knows UTF-16 units, not code points. So this reads the source text and keeps number tokens as written.
 */

/** Hostile nesting is refused long before it could exhaust the stack. */
const MAX_DEPTH = 64
const MAX_LENGTH = 1024 * 1024
/** A webhook carries some dozens of values. Whoever sends a million keys makes us read ten thousand, unsorted. */
const MAX_VALUES = 10_000

const WHITE_SPACE = /[ \t\n\r]*/y
/** Python also reads and writes the three that JSON does not know. */
const ATOM = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null|NaN|-?Infinity/y
const STRING_CHUNK = /[^"\\\u0000-\u001f]*/y
const HEX4 = /[0-9a-fA-F]{4}/y
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
}

/**
 * Python's canonical form of a JSON text: compact, keys in code point order at every depth, of duplicate keys the
 * last one, number tokens exactly as written.
 *
 * @param rawBody - the JSON text: at most 1 Mi characters, 64 levels and 10,000 values, names not counted
 * @param opts - `ensureAscii` (default true, as in Python) escapes everything outside ASCII, and DEL
 * @throws SyntaxError when the text is not JSON, too long, too deep or too much; its message repeats nothing of the text
 */
export function canonicalJson(rawBody: string, opts: { ensureAscii?: boolean } = {}): string {
  if (rawBody.length > MAX_LENGTH) {
    throw new SyntaxError(`The JSON text is longer than ${MAX_LENGTH} characters.`)
  }
  return new Canonicaliser(rawBody, opts.ensureAscii ?? true).run()
}

class Canonicaliser {
  private at = 0
  private values = 0

  constructor(
    private readonly source: string,
    private readonly ensure_ascii: boolean,
  ) {}

  run(): string {
    const canonical = this.value(0)
    if (this.at < this.source.length) {
      this.fail()
    }
    return canonical
  }

  /** One value with the white space around it, already in canonical form. */
  private value(depth: number): string {
    this.values += 1
    if (this.values > MAX_VALUES) {
      throw new SyntaxError(`The JSON text has more than ${MAX_VALUES} values.`)
    }
    this.take(WHITE_SPACE)
    const canonical = this.bareValue(depth)
    this.take(WHITE_SPACE)
    return canonical
  }

  private bareValue(depth: number): string {
    switch (this.source.charAt(this.at)) {
      case "{":
        return this.object(depth + 1)
      case "[":
        return this.array(depth + 1)
      case '"':
        return quote(this.string(), this.ensure_ascii)
      default:
        return this.take(ATOM) || this.fail()
    }
  }

  private object(depth: number): string {
    const entries = new Map<string, string>()
    this.sequence(depth, "}", () => {
      this.take(WHITE_SPACE)
      const key = this.string()
      this.take(WHITE_SPACE)
      this.expect(":")
      entries.set(key, this.value(depth))
    })
    const sorted = [...entries].sort(([a], [b]) => compareCodePoints(a, b))
    return `{${sorted.map(([key, entry]) => `${quote(key, this.ensure_ascii)}:${entry}`).join(",")}}`
  }

  private array(depth: number): string {
    const entries: string[] = []
    this.sequence(depth, "]", () => entries.push(this.value(depth)))
    return `[${entries.join(",")}]`
  }

  /** What stands between brackets, separated by commas. */
  private sequence(depth: number, close: string, readEntry: () => void): void {
    if (depth > MAX_DEPTH) {
      throw new SyntaxError(`The JSON text is nested deeper than ${MAX_DEPTH} levels.`)
    }
    this.at += 1
    this.take(WHITE_SPACE)
    if (this.accept(close)) {
      return
    }
    do {
      readEntry()
    } while (this.accept(","))
    this.expect(close)
  }

  private string(): string {
    this.expect('"')
    const chunks: string[] = []
    for (;;) {
      chunks.push(this.take(STRING_CHUNK))
      if (this.accept('"')) {
        return chunks.join("")
      }
      this.expect("\\")
      chunks.push(this.escape())
    }
  }

  private escape(): string {
    if (this.accept("u")) {
      // Two escapes of a surrogate pair become one character by standing side by side, a lone one stays alone.
      return String.fromCharCode(parseInt(this.take(HEX4) || this.fail(), 16))
    }
    const char = SIMPLE_ESCAPES[this.source.charAt(this.at)] ?? this.fail()
    this.at += 1
    return char
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const taken = pattern.exec(this.source)?.[0] ?? ""
    this.at += taken.length
    return taken
  }

  private accept(char: string): boolean {
    const found = this.source.charAt(this.at) === char
    this.at += found ? 1 : 0
    return found
  }

  private expect(char: string): void {
    if (!this.accept(char)) {
      this.fail()
    }
  }

  private fail(): never {
    throw new SyntaxError(`The text is not JSON (position ${this.at}).`)
  }
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
}

function quote(text: string, ensureAscii: boolean): string {
  const special = ensureAscii ? /["\\]|[^ -~]/g : /["\\\u0000-\u001f]/g
  return `"${text.replace(special, (char) => SHORT_ESCAPES[char] ?? escapeUnit(char))}"`
}

/** Without the `u` flag a pattern sees UTF-16 units, which is how Python escapes what lies beyond U+FFFF. */
function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff

/** Python's order of strings, which differs from JavaScript's where surrogates meet U+E000 to U+FFFF. */
function compareCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let at = 0
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) {
    at += 1
  }
  // The first difference may be the second half of a pair, whose value depends on the half before it.
  if (at > 0 && isHighSurrogate(a.charCodeAt(at - 1)) && pairsDiffer(a, b, at - 1)) {
    at -= 1
  }
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1)
}

function pairsDiffer(a: string, b: string, at: number): boolean {
  return a.codePointAt(at) !== b.codePointAt(at)
}

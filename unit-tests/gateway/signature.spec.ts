import { createHmac } from "node:crypto"
import fc from "fast-check"
import { canonicalJson } from "../../src/gateway/canonical-json"
import { signWebhook, verifyWebhookSignature } from "../../src/gateway/signature"
import vectors from "../fixtures/signature-vectors.json"

const SECRET = "whsec_of_the_tests"
const sign = (message: string | Buffer, secret = SECRET) => createHmac("sha256", secret).update(message).digest("hex")

describe("vectors made by Python's json and hmac", () => {
  it("are at least 500 that count, and some that do not", () => {
    expect(vectors.accepted.length).toBeGreaterThanOrEqual(500)
    expect(vectors.refused.length).toBeGreaterThanOrEqual(100)
  })

  it.each(vectors.accepted.map((vector, at) => [at, vector.why, vector] as const))(
    "vector %i is accepted: %s",
    (_at, _why, { body, secret, signature, canonical }) => {
      expect(verifyWebhookSignature(body, signature, secret)).toBe(true)
      expect(verifyWebhookSignature(Buffer.from(body), signature, secret)).toBe(true)
      if (canonical === null) {
        expect(() => canonicalJson(body)).toThrow(SyntaxError)
      } else {
        expect(canonicalJson(body)).toBe(canonical)
        expect(signWebhook(body, secret)).toBe(sign(canonical, secret))
      }
    },
  )

  it.each(vectors.refused.map((vector, at) => [at, vector.why, vector] as const))(
    "vector %i is refused: %s",
    (_at, _why, { body, secret, signature }) => {
      expect(verifyWebhookSignature(body, signature, secret)).toBe(false)
      expect(verifyWebhookSignature(Buffer.from(body), signature, [secret])).toBe(false)
    },
  )
})

describe("canonicalJson", () => {
  it.each([
    ["1.0", "1.0"],
    ["1e3", "1e3"],
    ["1E+3", "1E+3"],
    ["-0", "-0"],
    ["9007199254740993", "9007199254740993"],
    ["123456789012345678901234567890.50", "123456789012345678901234567890.50"],
    ["[NaN, Infinity, -Infinity]", "[NaN,Infinity,-Infinity]"],
  ])("keeps the number tokens of %s as written", (source, canonical) => {
    expect(canonicalJson(source)).toBe(canonical)
  })

  it("escapes what is not printable ASCII, DEL and astral characters included", () => {
    expect(canonicalJson('{"b":"Müller 😀/\u007f","a":"29.99"}')).toBe(
      String.raw`{"a":"29.99","b":"M\u00fcller \ud83d\ude00/\u007f"}`,
    )
    expect(canonicalJson('{"b":"Müller 😀/\u007f","a":"29.99"}', { ensureAscii: false })).toBe(
      '{"a":"29.99","b":"Müller 😀/\u007f"}',
    )
  })

  it("sorts keys by code point, not by UTF-16 unit, at every depth", () => {
    expect(canonicalJson('[{"😀":1,"\uffff":2,"a😁":3,"a😀":4,"a\ue000":5,"a":6}]', { ensureAscii: false })).toBe(
      '[{"a":6,"a\ue000":5,"a😀":4,"a😁":3,"\uffff":2,"😀":1}]',
    )
  })

  it("lets the last of duplicate keys win and takes __proto__ for a plain key", () => {
    expect(canonicalJson('{"__proto__":1,"b":1,"b":2,"a":{"c":1},"a":3}')).toBe('{"__proto__":1,"a":3,"b":2}')
  })

  it.each([
    "", " ", "{", "[1,]", '{"a":1,}', "{a:1}", "01", "1.", ".5", "+1", "1e", "tru", "nul", '"\n"', '"\\x"', '"\\u12G4"',
    '"open', "1 2", "[1 2]", '{"a" 1}', "\ufeff{}", "\u00a01", "-", "--1", "-NaN",
  ])("refuses %j, without repeating it", (source) => {
    expect(() => canonicalJson(source)).toThrow(/^The text is not JSON \(position \d+\)\.$/)
  })

  it("accepts 64 levels and refuses the 65th", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth)
    expect(canonicalJson(nested(64))).toBe(nested(64))
    expect(() => canonicalJson(nested(65))).toThrow("nested deeper than 64 levels")
    expect(() => canonicalJson('{"a":'.repeat(65) + "1" + "}".repeat(65))).toThrow("nested deeper than 64 levels")
  })

  it("accepts 10,000 values and refuses the next, wherever they stand", () => {
    const list = (count: number) => `[${Array.from({ length: count }, () => "0").join(",")}]`
    expect(canonicalJson(list(9_999))).toBe(list(9_999))
    expect(() => canonicalJson(list(10_000))).toThrow("more than 10000 values")
    expect(() => canonicalJson(`{${'"a":1,'.repeat(10_000)}"b":2}`)).toThrow("more than 10000 values")
    expect(() => canonicalJson(`[${"[[]],".repeat(5_000)}[]]`)).toThrow("more than 10000 values")
  })

  it("is idempotent and agrees with JSON.parse on the value", () => {
    fc.assert(
      fc.property(fc.json(), (source) => {
        const canonical = canonicalJson(source)
        expect(canonicalJson(canonical)).toBe(canonical)
        expect(JSON.parse(canonical)).toEqual(JSON.parse(source))
        expect(canonical).toMatch(/^[ -~]*$/)
      }),
    )
  })

  it("does not depend on the order of keys or on white space", () => {
    const reversed = (_: string, value: unknown): unknown =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, "\t", " \r\n"), (value, space) => {
        const turned: unknown = JSON.parse(JSON.stringify(value), reversed)
        expect(canonicalJson(JSON.stringify(turned, null, space))).toBe(canonicalJson(JSON.stringify(value)))
      }),
    )
  })
})

describe("signWebhook", () => {
  it("signs a value and its JSON text alike, in lower-case hex", () => {
    const payload = { status: "COMPLETED", amount: "29.99", email: "müller@example.org" }
    expect(signWebhook(payload, SECRET)).toBe(signWebhook(JSON.stringify(payload, null, 2), SECRET))
    expect(signWebhook(payload, SECRET)).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each(["", "  "])("refuses the empty secret %j", (secret) => {
    expect(() => signWebhook({}, secret)).toThrow("signing secret")
  })

  it("refuses what has no JSON form", () => {
    expect(() => signWebhook(undefined, SECRET)).toThrow(TypeError)
  })

  it("gives what verifyWebhookSignature accepts, for any payload", () => {
    const anySecret = fc.string().filter((secret) => secret.trim() !== "")
    fc.assert(
      fc.property(fc.jsonValue(), anySecret, (value, secret) => {
        const payload = { value }
        expect(verifyWebhookSignature(JSON.stringify(payload), signWebhook(payload, secret), secret)).toBe(true)
      }),
    )
  })
})

describe("verifyWebhookSignature", () => {
  const body = JSON.stringify({ session_token: "ps_1", status: "COMPLETED", amount: "29.99" })
  const signature = signWebhook(body, SECRET)

  it("accepts any of several secrets, and the signature in either case", () => {
    expect(verifyWebhookSignature(body, signature, ["old", SECRET])).toBe(true)
    expect(verifyWebhookSignature(body, signature.toUpperCase(), SECRET)).toBe(true)
    expect(verifyWebhookSignature(body, signature, ["old", "older"])).toBe(false)
  })

  it("accepts what the retiring secret signed while it is listed, and no longer when it is removed", () => {
    const old = signWebhook(body, "whsec_old")
    expect(verifyWebhookSignature(body, old, [SECRET, "whsec_old"])).toBe(true)
    expect(verifyWebhookSignature(body, old, ["whsec_old", SECRET])).toBe(true)
    expect(verifyWebhookSignature(body, signature, ["whsec_old", SECRET])).toBe(true)
    expect(verifyWebhookSignature(body, old, [SECRET])).toBe(false)
    expect(verifyWebhookSignature(body, old, ["", SECRET, "  "])).toBe(false)
  })

  it("refuses a missing signature, no secrets and empty ones", () => {
    expect(verifyWebhookSignature(body, undefined, SECRET)).toBe(false)
    expect(verifyWebhookSignature(body, signature, [])).toBe(false)
    expect(verifyWebhookSignature(body, sign(canonicalJson(body), ""), ["", SECRET + "x"])).toBe(false)
    expect(verifyWebhookSignature(body, sign(canonicalJson(body), " "), " ")).toBe(false)
  })

  it("refuses a body in which one character of a value was changed", () => {
    fc.assert(
      fc.property(fc.nat(5), fc.constantFrom(..."012345678"), (at, digit) => {
        const amount = "129.99"
        const changed = amount.slice(0, at) + digit + amount.slice(at + 1)
        fc.pre(changed !== amount)
        const signed = signWebhook({ amount, name: "Müller" }, SECRET)
        expect(verifyWebhookSignature(JSON.stringify({ amount: changed, name: "Müller" }), signed, SECRET)).toBe(false)
      }),
    )
  })

  it("tells 1 from 1.0 and numbers beyond 2^53 from their neighbours", () => {
    expect(verifyWebhookSignature('{"a":1}', signWebhook('{"a":1.0}', SECRET), SECRET)).toBe(false)
    const big = signWebhook('{"a":9007199254740993}', SECRET)
    expect(verifyWebhookSignature('{"a":9007199254740992}', big, SECRET)).toBe(false)
  })

  it("matches bytes that are not UTF-8, or not JSON, only as they came", () => {
    const latin = Buffer.from('{"name":"Müller"}', "latin1")
    expect(verifyWebhookSignature(latin, sign(latin), SECRET)).toBe(true)
    expect(verifyWebhookSignature(latin, sign('{"name":"M\\ufffdller"}'), SECRET)).toBe(false)
    expect(verifyWebhookSignature("<html>", sign("<html>"), SECRET)).toBe(true)
  })

  it("gives a lone surrogate no second document to share its signature with", () => {
    const replaced = sign('{"a":"\ufffd"}')
    expect(verifyWebhookSignature('{"a":"\ufffd"}', replaced, SECRET)).toBe(true)
    expect(verifyWebhookSignature('{"a":"\\ud800"}', replaced, SECRET)).toBe(false)
  })

  it("answers hostile bodies with false", () => {
    const hostile = [
      "[".repeat(500_000),
      '{"a":'.repeat(100_000),
      `"${"\\u0041".repeat(200_000)}`,
      `{${'"a":1,'.repeat(150_000)}"b":2}`,
      `{${Array.from({ length: 1_000_000 }, (_, at) => `"${at}":0`).join(",")}}`,
      `{${Array.from({ length: 9_000 }, (_, at) => `"${"k".repeat(90)}${at}":0`).reverse().join(",")}}`,
      `${"[".repeat(64)}"${"\u007f".repeat(900_000)}"${"]".repeat(64)}`,
      `"${"\\\\".repeat(450_000)}"`,
      `[${"[".repeat(62) + "]".repeat(62)},`.repeat(8_000),
      `"${"a".repeat(3_000_000)}"`,
      "1".repeat(900_000),
      " ".repeat(900_000),
    ]
    for (const attack of hostile) {
      expect(verifyWebhookSignature(attack, signature, SECRET)).toBe(false)
    }
  })

  it("never throws, whatever comes", () => {
    const anyBody = fc.oneof(fc.string({ unit: "binary" }), fc.uint8Array())
    fc.assert(
      fc.property(anyBody, fc.string(), fc.string(), (raw, header, secret) => {
        const received = typeof raw === "string" ? raw : Buffer.from(raw)
        expect(verifyWebhookSignature(received, header, [secret])).toBe(false)
      }),
    )
  })
})

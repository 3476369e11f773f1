import { createHmac } from "node:crypto"
import fc from "fast-check"
import { parseParams, verifyParamsSignature } from "../../src/gateway/params-signature"
import { signWebhook } from "../../src/gateway/signature"
import vectors from "../fixtures/signature-vectors.json"

const SECRET = "whsec_of_the_tests"

describe("vectors made by Python's urlencode, json and hmac", () => {
  it("are at least 50 that count, and 50 that do not", () => {
    expect(vectors.params.accepted.length).toBeGreaterThanOrEqual(50)
    expect(vectors.params.refused.length).toBeGreaterThanOrEqual(50)
  })

  it.each(vectors.params.accepted.map((vector, at) => [at, vector.why, vector] as const))(
    "vector %i is accepted: %s",
    (_at, _why, { query, signature, secret }) => {
      expect(verifyParamsSignature(query, signature, secret)).toBe(true)
      expect(verifyParamsSignature(`?${query}`, signature.toUpperCase(), ["other", secret])).toBe(true)
    },
  )

  it.each(vectors.params.refused.map((vector, at) => [at, vector.why, vector] as const))(
    "vector %i is refused: %s",
    (_at, _why, { query, signature, secret }) => {
      expect(verifyParamsSignature(query, signature, secret)).toBe(false)
    },
  )
})

describe("verifyParamsSignature", () => {
  it("keeps number tokens as they are written", () => {
    const signed = signWebhook('{"amount":29.90,"rate":1e2}', SECRET)
    expect(verifyParamsSignature("amount=29.90&rate=1e2", signed, SECRET)).toBe(true)
    expect(verifyParamsSignature("amount=29.9&rate=1e2", signed, SECRET)).toBe(false)
    expect(verifyParamsSignature("amount=29.90&rate=100", signed, SECRET)).toBe(false)
  })

  it("takes nothing for a number that JSON would not", () => {
    const written = "a=007&b=%2B1&c=0x10&d=1_000&e=.5&f=1."
    const signed = signWebhook({ a: "007", b: "+1", c: "0x10", d: "1_000", e: ".5", f: "1." }, SECRET)
    expect(verifyParamsSignature(written, signed, SECRET)).toBe(true)
  })

  it("refuses no signature, no secret and blank ones", () => {
    const signed = signWebhook({ a: "1" }, SECRET)
    expect(verifyParamsSignature("a=1", undefined, SECRET)).toBe(false)
    expect(verifyParamsSignature("a=1", "", SECRET)).toBe(false)
    expect(verifyParamsSignature("a=1", signed, [])).toBe(false)
    const blank = createHmac("sha256", " ").update('{"a":"1"}').digest("hex")
    expect(verifyParamsSignature("a=1", blank, [" "])).toBe(false)
  })

  it("takes 100 parameters and refuses the 101st, and more than 16 Ki characters", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `k${at}=v`).join("&")
    const signed = (query: string) => signWebhook(Object.fromEntries(new URLSearchParams(query)), SECRET)
    expect(verifyParamsSignature(many(100), signed(many(100)), SECRET)).toBe(true)
    expect(verifyParamsSignature(many(101), signed(many(101)), SECRET)).toBe(false)
    const long = (length: number) => `k=${"v".repeat(length - 2)}`
    expect(verifyParamsSignature(long(16 * 1024), signed(long(16 * 1024)), SECRET)).toBe(true)
    expect(verifyParamsSignature(long(16 * 1024 + 1), signed(long(16 * 1024 + 1)), SECRET)).toBe(false)
  })

  it("accepts whatever flat payload of texts was signed, and never one with another value", () => {
    const text = fc.string({ unit: "grapheme" })
    fc.assert(
      fc.property(fc.dictionary(text, text, { maxKeys: 8 }), text, text, (payload, key, other) => {
        const query = new URLSearchParams(payload).toString()
        const signed = signWebhook(Object.fromEntries(new URLSearchParams(query)), SECRET)
        expect(verifyParamsSignature(query, signed, SECRET)).toBe(true)
        const changed = new URLSearchParams(query)
        fc.pre(changed.get(key) !== other)
        changed.set(key, `${other}x`)
        expect(verifyParamsSignature(changed.toString(), signed, SECRET)).toBe(false)
      }),
    )
  })

  it("never throws, whatever comes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), fc.string(), (query, signature, secret) => {
        expect(verifyParamsSignature(query, signature, secret)).toBe(false)
      }),
    )
  })
})

describe("parseParams", () => {
  it.each([
    ["", {}],
    ["?", {}],
    ["?a=1", { a: "1" }],
    ["a=1&a=2", { a: "2" }],
    ["a", { a: "" }],
    ["=1", { "": "1" }],
    ["a[b]=1&a[]=2", { "a[b]": "1", "a[]": "2" }],
    ["order.id=1&lead.full_name=M%C3%BCller+%26%20S%C3%B6hne", { "order.id": "1", "lead.full_name": "Müller & Söhne" }],
    ["a=%FF&b=%zz&c=%", { a: "\ufffd", b: "%zz", c: "%" }],
  ])("reads %j", (query, payload) => {
    expect(parseParams(query)).toEqual(payload)
  })

  it("takes __proto__ for a plain name", () => {
    expect(Object.entries(parseParams("__proto__=1&constructor=2") ?? {})).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ])
  })
})

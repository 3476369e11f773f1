import { z } from "zod"
import { canonicalJson, sign } from "../../sandbox/canonical-json"
import type { JsonValue } from "../../sandbox/canonical-json"
import vectors from "./signature-vectors.json"

const jsonValue: z.ZodType<JsonValue> = z.json()

describe("the canonical form and its signature", () => {
  it.each(vectors)("agree with Python's on $name", ({ payload, secret, canonical, signature }) => {
    const value = jsonValue.parse(payload)
    expect(canonicalJson(value)).toBe(canonical)
    expect(sign(value, secret)).toBe(signature)
  })

  it("refuse numbers that Python would write differently", () => {
    expect(() => canonicalJson({ amount: 29.99 })).toThrow(TypeError)
    expect(() => canonicalJson(2 ** 53)).toThrow(TypeError)
  })
})

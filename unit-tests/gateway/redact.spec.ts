import fc from "fast-check"
import { containsIban, maskIbans, maskIbansDeep } from "../../src/gateway/redact"
import { hideIban, redactor } from "../../src/gateway/redact-known"
import { SAMPLE_IBANS } from "./iban-samples"

const IBAN = "DE89370400440532013000"
const anyIban = fc.constantFrom(...Object.values(SAMPLE_IBANS))
const anyGap = fc.constantFrom("", " ", "-", "\u00a0", ".", "  ", "\u2011")
/** An IBAN in any case, its groups of four apart in any way. */
const written = fc
  .tuple(anyIban, anyGap, fc.boolean())
  .map(([iban, gap, lower]) => (iban.match(/.{1,4}/g) ?? []).join(gap)[lower ? "toLowerCase" : "toUpperCase"]())

const compact = (text: string) => text.replace(/[\s\p{Pd}\p{Cf}._]/gu, "").toUpperCase()

describe("maskIbans", () => {
  it.each([
    [IBAN, "DE** **** 3000"],
    ["pay to DE89 3704 0044 0532 0130 00, please", "pay to DE** **** 3000, please"],
    ["iban:de89370400440532013000.", "iban:DE** **** 3000."],
    [`${IBAN} and NO93 8601 1117 947`, "DE** **** 3000 and NO** **** 7947"],
    ["from DE89 3704 0044 0532 0130 00 to GB82WEST12345698765432", "from DE** **** 3000 to GB** **** 5432"],
    [`my_iban_${IBAN}_x`, "my_iban_DE** **** 3000_x"],
    [`IBAN${IBAN}X`, "IBANDE** **** 3000X"],
    ["meinede89370400440532013000", "meineDE** **** 3000"],
    [`DEDE${IBAN}`, "DEDEDE** **** 3000"],
    ["DE88370400440532013000 has wrong check digits", "DE88370400440532013000 has wrong check digits"],
    ["DE** **** 3000", "DE** **** 3000"],
    ["DE89 3704, 0044 0532 0130 00", "DE89 3704, 0044 0532 0130 00"],
    ["", ""],
  ])("makes of %j: %j", (text, masked) => {
    expect(maskIbans(text)).toBe(masked)
  })

  it("finds an IBAN of any country between any words", () => {
    const words = fc.string({ maxLength: 30 })
    fc.assert(
      fc.property(words, written, words, (before, iban, after) => {
        const masked = maskIbans(`${before} (${iban}) ${after}`)
        expect(compact(masked)).not.toContain(compact(iban))
        expect(masked).toContain(`${compact(iban).slice(0, 2)}** **** ${compact(iban).slice(-4)}`)
      }),
    )
  })

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: "binary" }), written)), (parts) => {
        const once = maskIbans(parts.join(" "))
        expect(maskIbans(once)).toBe(once)
      }),
    )
  })

  it.each([
    "8f0124b5-208a-4d65-b5c7-21e587324fe0",
    "79608d6d96ca6e3722d4f949d333963c",
    "ps_abc123def456ghi789jkl012mno345",
    "TXN-20260411-5E3C26D7",
    "2026-04-11T07:03:51.851544Z",
    "be68539007547034ffffffffffffffff",
  ])("leaves the id %s alone", (id) => {
    expect(maskIbans(id)).toBe(id)
  })

  it("takes time in proportion to the text, whatever the text", () => {
    for (const attack of ["DE89 ", "DE89", "A", " ", "D-", `${IBAN} `, "DE8937040044053201300"]) {
      maskIbans(attack.repeat(20_000))
    }
  })
})

describe("maskIbansDeep", () => {
  it("masks strings, keys, and whatever a key calls an IBAN", () => {
    expect(
      maskIbansDeep({
        iban: "DE00 0000 not valid at all",
        "lead.iban": IBAN,
        lead: { iban: "********************3000", leadIban: "12345678901234567", IBAN: "short", name: "Max" },
        text: [`from ${IBAN}`, 1, null, true],
        [`key ${IBAN}`]: 1,
        caliban: "DE00 is a character of Shakespeare's",
        iban_last4: "3000",
        nested: { iban: [IBAN, { value: "DE123456789012" }, 12345678901234] },
      }),
    ).toEqual({
      iban: "DE** **** TALL",
      "lead.iban": "DE** **** 3000",
      lead: { iban: "********************3000", leadIban: "**** **** 4567", IBAN: "****", name: "Max" },
      text: ["from DE** **** 3000", 1, null, true],
      "key DE** **** 3000": 1,
      caliban: "DE00 is a character of Shakespeare's",
      iban_last4: "3000",
      nested: { iban: ["DE** **** 3000", { value: "DE** **** 9012" }, "**** **** 1234"] },
    })
  })

  it("leaves nothing for containsIban to find, and does not touch its input", () => {
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        written,
        fc.array(tie("node"), { maxLength: 3 }),
        fc.dictionary(fc.oneof(fc.string(), written, fc.constantFrom("iban", "a.iban", "__proto__")), tie("node"), {
          maxKeys: 3,
        }),
      ),
    })).node
    fc.assert(
      fc.property(value, (input) => {
        const before = JSON.stringify(input)
        expect(containsIban(maskIbansDeep(input))).toBe(false)
        expect(JSON.stringify(input)).toBe(before)
      }),
    )
  })

  it("drops what is nested deeper than 64 levels, and survives far more", () => {
    const nested = (depth: number): unknown => {
      let value: unknown = IBAN
      for (let level = 0; level < depth; level += 1) {
        value = { a: value }
      }
      return value
    }
    expect(JSON.stringify(maskIbansDeep(nested(60)))).toContain("DE** **** 3000")
    expect(JSON.stringify(maskIbansDeep(nested(100_000)))).toMatch(/null\}+$/)
    expect(containsIban(nested(100_000))).toBe(true)
  })
})

describe("containsIban", () => {
  it.each([
    [IBAN, true],
    [{ a: [{ b: "de89 3704 0044 0532 0130 00" }] }, true],
    [{ [IBAN]: 1 }, true],
    [{ iban: "DE00" }, false],
    [{ iban_last4: "3000", text: "DE** **** 3000" }, false],
    [null, false],
    [undefined, false],
    [7, false],
  ])("says of %j: %s", (value, found) => {
    expect(containsIban(value)).toBe(found)
  })

  it("is not caught in a circle", () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    expect(containsIban(circle)).toBe(false)
  })
})

describe("what a call was made with", () => {
  it("is taken out however it is written", () => {
    const redact = redactor({ api_key: "key+with/signs", session_token: "tok en", iban: "XX00 1234 5678 9012" })
    expect(redact("key+with/signs key%2Bwith%2Fsigns tok en tok%20en xx00-1234-5678-9012")).toBe(
      "[removed] [removed] [removed] [removed] XX** **** 9012",
    )
    expect(redact("rk_other ps_other:rk_x works_fine")).toBe("[removed] [removed]:[removed] works_fine")
  })

  it("is left alone when it is too short to identify anybody", () => {
    expect(hideIban("completed")("completed")).toBe("completed")
  })

  it("may contain whatever a pattern would trip over", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 64 }), fc.string(), (iban, text) => {
        expect(typeof hideIban(iban)(text)).toBe("string")
      }),
    )
  })
})

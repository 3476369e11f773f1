import fc from "fast-check"
import { compactIban, groupIban, regroup } from "../../storefront"

const IBAN = "DE89370400440532013000"
const GROUPED = "DE89 3704 0044 0532 0130 00"

/** A letter or digit, or what people put between them. */
const typed = fc.string({ unit: fc.constantFrom(..."ADE0189 -.\u00a0\u200b\tüx"), maxLength: 60 })

const letters = (text: string) => text.replace(/[^0-9A-Za-z]/g, "").toUpperCase()

describe("an IBAN as one types it", () => {
  it.each([
    "de89370400440532013000",
    "DE89 3704 0044 0532 0130 00",
    "  DE89-3704-0044-0532-0130-00\n",
    "DE89\u00a03704\u00a00044\u202f0532\u200b0130\t00",
    "D E 8 9 3 7 0 4 0 0 4 4 0 5 3 2 0 1 3 0 0 0",
    "IBAN: DE89 3704 0044 0532 0130 00",
    "iban DE89370400440532013000",
  ])("is grouped in fours, pasted as %j", (pasted) => {
    expect(groupIban(pasted)).toBe(GROUPED)
    expect(compactIban(pasted)).toBe(IBAN)
  })

  it("keeps letters and digits, in order and in capitals, four to a group", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const grouped = groupIban(text)
        expect(letters(grouped)).toBe(letters(text).slice(0, 34))
        expect(grouped).toMatch(/^([0-9A-Z]{4} )*[0-9A-Z]{0,4}$/)
        expect(grouped).not.toMatch(/ $/)
        expect(groupIban(grouped)).toBe(grouped)
      }),
    )
  })
})

describe("the caret", () => {
  it("stays behind the same character, whatever comes and goes before it", () => {
    fc.assert(
      fc.property(typed, fc.nat(60), (text, at) => {
        const caret = Math.min(at, text.length)
        const next = regroup({ text, caret })
        expect(next.text).toBe(groupIban(text))
        expect(next.caret).toBeLessThanOrEqual(next.text.length)
        expect(letters(next.text.slice(0, next.caret))).toBe(letters(text.slice(0, caret)).slice(0, 34))
      }),
    )
  })

  it("stands right behind what was typed, and not behind a space to come", () => {
    expect(regroup({ text: "DE893", caret: 5 })).toEqual({ text: "DE89 3", caret: 6 })
    expect(regroup({ text: "DE891 3704", caret: 4 })).toEqual({ text: "DE89 1370 4", caret: 4 })
    expect(regroup({ text: "", caret: 0 })).toEqual({ text: "", caret: 0 })
  })

  it("ends behind a pasted IBAN, also one with its name before it", () => {
    const text = `IBAN ${IBAN}`
    expect(regroup({ text, caret: text.length })).toEqual({ text: GROUPED, caret: GROUPED.length })
  })

  it("gets past every space with the backspace key", () => {
    let now = { text: GROUPED, caret: GROUPED.length }
    for (let presses = 0; now.text !== ""; presses += 1) {
      expect(presses).toBeLessThan(2 * GROUPED.length)
      now = regroup({ text: now.text.slice(0, now.caret - 1) + now.text.slice(now.caret), caret: now.caret - 1 })
    }
  })

  it("gets past every space with the delete key", () => {
    let now = { text: GROUPED, caret: 0 }
    now = regroup({ text: GROUPED.slice(0, 4) + GROUPED.slice(5), caret: 4 }, true)
    expect(now).toEqual({ text: GROUPED, caret: 5 })
    now = regroup({ text: GROUPED.slice(0, 5) + GROUPED.slice(6), caret: 5 }, true)
    expect(now).toEqual({ text: "DE89 7040 0440 5320 1300 0", caret: 5 })
  })
})

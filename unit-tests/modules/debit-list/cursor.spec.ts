import fc from "fast-check"
import { DEBIT_SORTS, readCursor, writeCursor, type Cursor } from "../../../src/modules/catalystpay/debit-list/cursor"

const MICROSECONDS = fc
  .tuple(fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }), fc.integer({ min: 0, max: 999 }))
  .map(([moment, rest]) => moment.toISOString().replace("Z", `${String(rest).padStart(3, "0")}Z`))
const AMOUNT = fc.tuple(fc.nat(99_999_999), fc.nat(99)).map(([euro, cents]) => `${euro}.${String(cents).padStart(2, "0")}`)
const CURSOR: fc.Arbitrary<Cursor> = fc.constantFrom(...DEBIT_SORTS).chain((sort) =>
  fc.record({
    sort: fc.constant(sort),
    place: fc.record({ value: sort.endsWith("amount") ? AMOUNT : MICROSECONDS, id: fc.stringMatching(/^cpdeb_[0-9A-Z]{26}$/) }),
    towards: fc.constantFrom("next", "previous"),
  }),
)

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")
const MOMENT = "2026-11-30T03:40:00.123456Z"

describe("a cursor", () => {
  it("is read as it was written, to the microsecond and the cent, and fits into an address as it is", () => {
    fc.assert(
      fc.property(CURSOR, (cursor) => {
        const text = writeCursor(cursor)
        expect(encodeURIComponent(text)).toBe(text)
        expect(readCursor(text, cursor.sort)).toEqual(cursor)
      }),
    )
  })

  it.each([
    ["no base64", "%%%"],
    ["no JSON", Buffer.from("cursor").toString("base64url")],
    ["another shape", encode({ sort: "-created_at" })],
    ["a page of another order", encode(["amount", "12.00", "cpdeb_1", "next"])],
    ["an unknown side", encode(["-created_at", MOMENT, "cpdeb_1", "sideways"])],
    ["a day that no calendar has", encode(["-created_at", "2026-02-30T00:00:00.000000Z", "cpdeb_1", "next"])],
    ["a moment in words", encode(["-created_at", "now", "cpdeb_1", "next"])],
    ["an amount for a moment", encode(["-created_at", "12.00", "cpdeb_1", "next"])],
    ["an id with a NUL", encode(["-created_at", MOMENT, "cpdeb_\0", "next"])],
  ])("that is %s is refused, and never reaches the database", (_what, text) => {
    expect(() => readCursor(text, "-created_at")).toThrow("cursor: not one of this list")
  })

  it("of amounts takes no moment and no number that PostgreSQL would not write", () => {
    for (const value of [MOMENT, "NaN", "1e5", "-1", "1.", "0x1"]) {
      expect(() => readCursor(encode(["-amount", value, "cpdeb_1", "next"]), "-amount")).toThrow()
    }
  })
})

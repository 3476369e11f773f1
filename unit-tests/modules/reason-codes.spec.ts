import { REASONS } from "../../sandbox/reason-codes"
import { explainReason } from "../../src/modules/catalystpay/money/reason-codes"

const LISTED = [
  ...["AC01", "AC04", "AC06", "AC13", "AG01", "AG02", "AM04", "AM05", "BE05", "CNOR", "DNOR", "FF01", "MD01", "MD02"],
  ...["MD06", "MD07", "MS02", "MS03", "RC01", "RR01", "RR02", "RR03", "RR04", "SL01"],
]

describe("the reason of an R-transaction", () => {
  it.each(LISTED)("%s has a meaning, an advice, and says whether another attempt makes sense", (code) => {
    const reason = explainReason(code)
    expect(reason.code).toBe(code)
    expect(reason.another_attempt).not.toBeNull()
    expect(reason.meaning).toMatch(/^[A-Z].+\.$/)
    expect(reason.advice).toMatch(/^[A-Z].+\.$/)
    expect(reason.meaning).not.toBe(explainReason(null).meaning)
  })

  it("is known whenever the sandbox gives it", () => {
    expect(Object.keys(REASONS).filter((code) => explainReason(code).another_attempt === null)).toEqual([])
  })

  it.each([
    ["AC01", "other_account"],
    ["AC04", "other_account"],
    ["AM04", "later"],
    ["MD01", "never"],
    ["MD07", "never"],
  ])("%s: %s", (code, another_attempt) => {
    expect(explainReason(code)).toMatchObject({ another_attempt })
  })

  it("is read in any case, and shown as it is when it is in no list", () => {
    expect(explainReason(" md06 ")).toEqual(explainReason("MD06"))
    expect(explainReason("XT99")).toMatchObject({ code: "XT99", another_attempt: null })
    expect(explainReason("toString")).toMatchObject({ another_attempt: null })
    expect(explainReason("")).toMatchObject({ code: null, another_attempt: null })
  })
})

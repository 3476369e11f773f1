import { credentialsOf, resultOf } from "../../../src/modules/catalystpay/health/credentials"

const EARLY = new Date("2026-11-25T09:00:00Z")
const LATE = new Date("2026-11-25T10:00:00Z")
const NOTHING = { accepted_at: null, rejected_at: null, problem_at: null }

describe("what is known of an API key", () => {
  it("is nothing before it was used", () => {
    expect(credentialsOf(NOTHING)).toEqual({ state: "unknown", checked_at: null })
  })

  it("is that it is good once it was accepted, and not rejected after that", () => {
    const good = { state: "good", checked_at: LATE.toISOString() }
    expect(credentialsOf({ ...NOTHING, accepted_at: LATE })).toEqual(good)
    expect(credentialsOf({ accepted_at: LATE, rejected_at: EARLY, problem_at: EARLY })).toEqual(good)
  })

  it("is that it is rejected when that was heard last, by whichever server", () => {
    const rejected = { state: "rejected", checked_at: LATE.toISOString() }
    expect(credentialsOf({ ...NOTHING, accepted_at: EARLY, rejected_at: LATE })).toEqual(rejected)
    expect(credentialsOf({ ...NOTHING, accepted_at: EARLY, problem_at: LATE })).toEqual(rejected)
    expect(credentialsOf({ accepted_at: EARLY, rejected_at: LATE, problem_at: EARLY })).toEqual(rejected)
  })

  it("is not concluded from an API that does not answer", () => {
    expect(resultOf({ kind: "unavailable", message: "No answer came." })).toEqual({ result: "unclear", detail: "No answer came." })
    expect(resultOf({ kind: "throttled", message: "Too many." }).result).toBe("unclear")
    expect(resultOf({ kind: "unauthorized", message: "The key is not accepted." }).result).toBe("rejected")
  })
})

import { timingSafeEqual } from "node:crypto"
import { verifyParamsSignature } from "../../src/gateway/params-signature"
import { signWebhook, verifyWebhookSignature } from "../../src/gateway/signature"

/** The real one, and a record of what it was asked. */
jest.mock("node:crypto", () => {
  const real = jest.requireActual<typeof import("node:crypto")>("node:crypto")
  return { ...real, timingSafeEqual: jest.fn(real.timingSafeEqual) }
})

const SECRETS = ["whsec_one", "whsec_two", "whsec_three"]
const BODY = '{"status":"COMPLETED","session_token":"ps_1","name":"M\\u00fcller"}'
const QUERY = "session_token=ps_1&status=COMPLETED&n=1"
const compare = jest.mocked(timingSafeEqual)

beforeEach(() => compare.mockClear())

/** Every signature that differs from the right one in one place: what a guesser tries who measures. */
function guesses(right: string): string[] {
  return Array.from(right, (digit, at) => `${right.slice(0, at)}${digit === "0" ? "1" : "0"}${right.slice(at + 1)}`)
}

/** How a check went: what was compared, in order, by the length of both sides. */
function workOf(check: () => boolean): { answer: boolean; compared: number[][] } {
  compare.mockClear()
  const answer = check()
  return { answer, compared: compare.mock.calls.map(([one, other]) => [one.byteLength, other.byteLength]) }
}

describe("a signature that is guessed", () => {
  it.each([0, 1, 2])("costs the same work wherever it is wrong first, for the secret in place %i", (place) => {
    const right = signWebhook(BODY, SECRETS[place] ?? "")
    const works = guesses(right).map((guess) => workOf(() => verifyWebhookSignature(BODY, guess, SECRETS)))
    expect(works).toHaveLength(64)
    expect(works[0]).toMatchObject({ answer: false })
    expect(works[0]?.compared.length).toBeGreaterThanOrEqual(SECRETS.length * 2)
    expect(works).toEqual(works.map(() => works[0]))
  })

  it("costs the same work in a query string", () => {
    const right = signWebhook({ session_token: "ps_1", status: "COMPLETED", n: 1 }, SECRETS[0] ?? "")
    expect(verifyParamsSignature(QUERY, right, SECRETS)).toBe(true)
    const works = guesses(right).map((guess) => workOf(() => verifyParamsSignature(QUERY, guess, SECRETS)))
    expect(works[0]).toMatchObject({ answer: false })
    expect(works).toEqual(works.map(() => works[0]))
  })

  it("is compared as a whole, in constant time, with the whole of the right one, and in no other way", () => {
    const right = signWebhook(BODY, SECRETS[0] ?? "")
    const { answer, compared } = workOf(() => verifyWebhookSignature(BODY, right, SECRETS))
    expect(answer).toBe(true)
    expect(new Set(compared.flat())).toEqual(new Set([32]))
    // Where the comparison itself says no, nothing else says yes.
    compare.mockReturnValue(false)
    expect(verifyWebhookSignature(BODY, right, SECRETS)).toBe(false)
    compare.mockReset()
  })

  it("is not compared at all when it cannot be one", () => {
    for (const signature of [undefined, "", "00", "g".repeat(64), "0".repeat(65)]) {
      expect(workOf(() => verifyWebhookSignature(BODY, signature, SECRETS))).toEqual({ answer: false, compared: [] })
    }
  })
})

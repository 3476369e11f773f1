import fc from "fast-check"
import { AWAITING, closeStages, DIRECT, lead, startStage, TERMS, type Stage } from "./support"

afterEach(closeStages)

/** Cents of 0.01 to 99999999.99, and the ways in which a decimal string may write them. */
const cents = fc.oneof(
  fc.integer({ min: 1, max: 9_999_999_999 }),
  fc.integer({ min: 1, max: 10_000 }),
  fc.constantFrom(1, 9, 10, 99, 100, 101, 110, 9_999_999_998, 9_999_999_999),
)
const written = cents.chain((value) => {
  const whole = Math.floor(value / 100)
  const fraction = String(value % 100).padStart(2, "0")
  const shorter = fraction.endsWith("0") ? [`${whole}.${fraction.charAt(0)}`] : []
  const shortest = fraction === "00" ? [String(whole)] : []
  return fc.record({
    exact: fc.constant(`${whole}.${fraction}`),
    sent: fc.constantFrom(`${whole}.${fraction}`, ...shorter, ...shortest),
  })
})

/** What client, sandbox and webhook say of one payment's amount, from the beginning to the end. */
async function amountsOf(stage: Stage, amount: string, mode: "campaign" | "direct"): Promise<unknown[]> {
  const terms = mode === "campaign" ? { ...TERMS, amount } : { ...DIRECT, amount }
  const { session_token } = await stage.client.createSession({ ...terms, lead: lead() })
  const stored = stage.record(session_token).amount
  const read = (await stage.client.getSession(session_token)).amount
  const paid = (await stage.submit(session_token, { iban: AWAITING })).amount
  await stage.decide(session_token, "sign")
  const verified = (await stage.client.verify(session_token, {})).amount
  return [stored, read, paid, verified]
}

describe("amounts", () => {
  it("[5.1-amount-range] [5.1-amount] [5.2-amount] [6.3-amount] stay equal from create to verify", async () => {
    const stage = await startStage()
    await fc.assert(
      fc.asyncProperty(written, fc.constantFrom("campaign", "direct"), async ({ sent, exact }, mode) => {
        expect(await amountsOf(stage, sent, mode)).toEqual(Array(4).fill(exact))
      }),
      { numRuns: 200 },
    )
  })

  it("[5.1-amount-range] are refused by the client itself beyond two decimals or eight digits", async () => {
    const { client, sandbox } = await startStage()
    const beyond = fc.oneof(
      cents.map((value) => `${Math.floor(value / 100)}.${String(value % 1_000).padStart(3, "0")}`),
      fc.integer({ min: 100_000_000 }).map((whole) => `${whole}.00`),
      fc.integer({ max: -1 }).map(String),
    )
    await fc.assert(
      fc.asyncProperty(beyond, async (amount) => {
        const call = client.createSession({ ...TERMS, amount, lead: lead() })
        await expect(call).rejects.toMatchObject({ kind: "invalid_request", http_status: null })
      }),
      { numRuns: 50 },
    )
    expect(sandbox.calls).toEqual([])
  })
})

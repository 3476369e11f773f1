import { AWAITING, closeStages, DECLINED, failureOf, HARD_DECLINE, keysOf, lead } from "./support"
import { startEcho, startStage, whileInProgress } from "./support"

const TOKEN = "ps_abc123def456ghi789jkl012mno345"
const STATUSES = ["PENDING", "PAYMENT_IN_PROGRESS", "AWAITING_VERIFICATION", "COMPLETED", "FAILED", "EXPIRED"]

afterEach(closeStages)

describe("reading a session", () => {
  it("[5.2-keys] [5.2-lead] [5.2-weak-recovery] answers the nine documented keys and of the lead three", async () => {
    const stage = await startStage()
    const { body } = await stage.get(await stage.open({ lead: lead({ email: "max@example.com", phone: "1" }) }))
    expect(keysOf(body)).toEqual([
      "amount", "attempts_remaining", "campaign", "currency", "lead", "mandate", "offer", "session_token", "status",
    ])
    expect(body.lead).toEqual({ first_name: "Max", last_name: "Mustermann", email: "max@example.com" })
  })

  it("[5.2-offer] [5.2-redirects] answers what a hosted page shows, and where it returns to", async () => {
    const stage = await startStage()
    const { body } = await stage.get(await stage.open())
    expect(keysOf(body.offer)).toEqual([
      "billing_type", "currency", "name", "price", "product_description", "product_name",
    ])
    expect(keysOf(body.campaign)).toEqual(
      expect.arrayContaining(["name", "branding", "content", "success_redirect_url", "failure_redirect_url"]),
    )
  })

  it("[5.2-amount] [5.2-attempts] is read by the client: status, amount, currency, attempts", async () => {
    const stage = await startStage()
    const token = await stage.start({ amount: "7.5", max_payment_attempts: 2 })
    const session = { session_token: token, status: "PENDING", raw_status: "PENDING", currency: "EUR", amount: "7.50" }
    expect(await stage.client.getSession(token)).toEqual({ ...session, attempts_remaining: 2 })
    await stage.submit(token, { iban: DECLINED })
    expect(await stage.client.getSession(token)).toEqual({ ...session, attempts_remaining: 1 })
  })
})

describe("cancelling a session", () => {
  it("[5.3-cancel] moves a PENDING session to EXPIRED", async () => {
    const stage = await startStage()
    const token = await stage.start()
    expect(await stage.client.cancel(token)).toMatchObject({ session_token: token, status: "EXPIRED" })
    expect((await stage.client.getSession(token)).status).toBe("EXPIRED")
  })

  it("[5.3-cancel-terminal] is refused once a session is finished", async () => {
    const stage = await startStage()
    const token = await stage.start()
    await stage.submit(token)
    expect(await failureOf(stage.client.cancel(token))).toMatchObject({ kind: "gone" })
    expect(stage.record(token).status).toBe("COMPLETED")
  })

  it("[5.3-cancel-busy] is refused while a payment is in progress", async () => {
    const stage = await startStage()
    const token = await stage.start()
    const { status } = await whileInProgress(stage, token, () => stage.cancel(token))
    expect(status).toBe(409)
    expect(stage.record(token).status).toBe("COMPLETED")
  })
})

describe("the statuses of a session", () => {
  it.each(STATUSES)("[5.4-six] are read in upper case: %s", async (status) => {
    const { client } = await startEcho({ status: 200, body: { status } })
    expect(await client.getSession(TOKEN)).toMatchObject({ status, raw_status: status })
  })

  it("[5.4-in-progress] [5.4-completed] go from PENDING over PAYMENT_IN_PROGRESS to COMPLETED", async () => {
    const stage = await startStage()
    const token = await stage.start()
    expect((await stage.client.getSession(token)).status).toBe("PENDING")
    const between = await whileInProgress(stage, token, () => stage.client.getSession(token))
    expect(between.status).toBe("PAYMENT_IN_PROGRESS")
    expect((await stage.client.getSession(token)).status).toBe("COMPLETED")
  })

  it("[5.4-awaiting] [5.4-verified] go over AWAITING_VERIFICATION to COMPLETED", async () => {
    const stage = await startStage()
    const token = await stage.start()
    await stage.submit(token, { iban: AWAITING })
    expect((await stage.client.getSession(token)).status).toBe("AWAITING_VERIFICATION")
    await stage.decide(token, "sign")
    await stage.client.verify(token, {})
    expect((await stage.client.getSession(token)).status).toBe("COMPLETED")
  })

  it("[5.4-declined] [5.4-failed] go back to PENDING after a decline, and to FAILED after the last", async () => {
    const stage = await startStage()
    const token = await stage.start({ max_payment_attempts: 2 })
    await stage.submit(token, { iban: DECLINED })
    expect((await stage.client.getSession(token)).status).toBe("PENDING")
    await stage.submit(token, { iban: DECLINED })
    expect((await stage.client.getSession(token)).status).toBe("FAILED")
  })

  it.each([
    ["[5.4-unverified] PENDING while attempts are left", 2, "PENDING"],
    ["[5.4-unverified-last] FAILED when none is left", 1, "FAILED"],
  ])("go after a refused mandate to %s", async (_, max_payment_attempts, status) => {
    const stage = await startStage()
    const token = await stage.start({ max_payment_attempts })
    await stage.submit(token, { iban: AWAITING })
    await stage.decide(token, "refuse")
    await stage.client.verify(token, {})
    expect((await stage.client.getSession(token)).status).toBe(status)
  })

  it("[5.4-terminal] end in COMPLETED, FAILED or EXPIRED: nothing more is taken then", async () => {
    const stage = await startStage()
    const [completed, failed, expired] = [await stage.start(), await stage.start(), await stage.start()]
    await stage.submit(completed)
    await stage.submit(failed, { iban: HARD_DECLINE })
    await stage.client.cancel(expired)
    for (const token of [completed, failed, expired]) {
      const calls = [stage.submit(token), stage.client.verify(token, {}), stage.client.cancel(token)]
      const errors = await Promise.all(calls.map(failureOf))
      expect(errors.map(({ kind }) => kind)).toEqual(["gone", "gone", "gone"])
    }
  })
})

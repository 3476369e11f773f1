import type { Switches } from "../../../sandbox"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import type { LedgerContext } from "../../../src/modules/catalystpay/ledger-context"
import { closeOutcomeProblems } from "../../../src/modules/catalystpay/problems/problems"
import { DebitStore } from "../../../src/modules/catalystpay/debits/debit-store"
import type { QueuedFor } from "../../../src/modules/catalystpay/checkout/queue"
import { settleDue } from "../../../src/modules/catalystpay/outcomes/settling"
import { advance } from "../../../src/modules/catalystpay/checkout/submission"
import { recordReturn } from "../../../src/modules/catalystpay/checkout/verification"
import { APPROVED, AWAITING, DECLINED, HARD_DECLINE } from "../../http/support/ibans"
import { callsOf, readyDebit, type Bench } from "../support/bench"
import { ownContext, TestClock } from "../support/own-context"
import type { ScriptedAnswer } from "../support/scripted-gateway"

const DAY = 24 * 60 * 60

export function unknownOutcomes(bench: Bench): void {
  const { sandbox, gateway } = bench
  const terminal: Switches["get-terminal"][] = ["200", "410"]
  const pays = () => callsOf(bench, "pay")
  const sessionOf = (debit: DebitRecord) => sandbox.sessions().find(({ session_token }) => session_token === debit.session_token)
  const find = async (debit: DebitRecord) => (await bench.service.findById(debit.id)) ?? debit

  function server(clock = new TestClock()): { clock: TestClock; context: LedgerContext } {
    const { problems } = bench.service
    const store = new DebitStore(bench.knex, (debit) => closeOutcomeProblems(problems, debit))
    return { clock, context: ownContext(bench, { ...clock, store }) }
  }

  /** One run of the job. */
  async function job(context: LedgerContext, payee: QueuedFor = "order"): Promise<number> {
    let count = 0
    for (let due = await context.due.claim(context.now()); due; due = await context.due.claim(context.now())) {
      await settleDue(context, due, async () => payee)
      count += 1
    }
    return count
  }

  /** Pressed pay, and the answer was lost. */
  async function unanswered(iban = APPROVED, aftermath: Switches["pay-after-500"] = "debited") {
    const { context, clock } = server()
    sandbox.faults.payAnswers500AfterAcceptance = true
    sandbox.switches["pay-after-500"] = aftermath
    const debit = await advance(context, await readyDebit(bench, iban))
    sandbox.faults.payAnswers500AfterAcceptance = false
    return { context, clock, debit }
  }

  async function sign(debit: DebitRecord): Promise<void> {
    await fetch(debit.verification_url ?? "", { method: "POST", body: new URLSearchParams({ decision: "sign" }) })
  }

  const problemsOf = async (debit: DebitRecord) =>
    (await bench.service.problems.listOpen({ debit_id: debit.id })).map(({ code }) => code)

  describe.each(terminal)("with a GET that answers %s for what has ended", (answer) => {
    beforeEach(() => {
      sandbox.switches["get-terminal"] = answer
    })

    it("is approved while the shopper waits, where it was debited", async () => {
      const { debit } = await unanswered()
      expect(debit).toMatchObject({ status: "approved", sealed_iban: null })
      expect(pays()).toBe(1)
    })

    it("is declined with another try, where it was declined and the session lives", async () => {
      const { debit } = await unanswered(DECLINED)
      expect(debit).toMatchObject({ status: "declined", retry_allowed: true, error_code: "unknown", sealed_iban: null })
      expect(sessionOf(debit)).toMatchObject({ status: "PENDING", attempts: 1 })
    })

    it("fails, where the decline ended the session", async () => {
      const { debit } = await unanswered(HARD_DECLINE)
      expect(debit).toMatchObject({ status: "failed", retry_allowed: false, sealed_iban: null })
    })

    it("stays unknown while it is in progress, and is approved when the gateway is done", async () => {
      const { debit, context, clock } = await unanswered(APPROVED, "in-progress")
      expect(debit.status).toBe("submitting")
      expect(callsOf(bench, "get")).toBe(5)
      expect(sandbox.finish()).toBe(1)
      clock.pass(30)
      expect(await job(context)).toBe(1)
      expect(await find(debit)).toMatchObject({ status: "approved", repeated_at: null })
      expect(pays()).toBe(1)
    })

    it("is submitted once more under the same reference, where it was rolled back, and not before 30 seconds", async () => {
      const { debit, context, clock } = await unanswered(APPROVED, "rolled-back")
      expect(debit.status).toBe("submitting")
      expect(await advance(context, debit)).toMatchObject({ status: "submitting", repeated_at: null })
      expect(await job(context)).toBe(0)
      expect(pays()).toBe(1)
      clock.pass(30)
      expect(await job(context)).toBe(1)
      expect(await find(debit)).toMatchObject({ status: "approved", repeated_at: expect.any(Date) as unknown, sealed_iban: null })
      expect(sandbox.calls.filter(({ operation }) => operation === "pay").map(({ reference }) => reference)).toEqual([
        debit.reference,
        debit.reference,
      ])
      expect(sessionOf(debit)).toMatchObject({ status: "COMPLETED", attempts: 1 })
    })

    it("collects what was signed and never told, when the gateway does so by itself", async () => {
      const { context, clock } = server()
      sandbox.switches["unreturned-verification"] = "collected"
      const debit = await advance(context, await readyDebit(bench, AWAITING))
      await sign(debit)
      expect(await job(context)).toBe(0)
      clock.pass(60)
      expect(await job(context)).toBe(1)
      expect(await find(debit)).toMatchObject({ status: "approved" })
      expect(callsOf(bench, "verify")).toBe(0)
    })
  })

  it("is repeated by one of many who find it at the same moment", async () => {
    const { debit, context, clock } = await unanswered(APPROVED, "rolled-back")
    clock.pass(30)
    await Promise.all(Array.from({ length: 8 }, () => advance(context, debit)))
    expect(pays()).toBe(2)
    expect(await find(debit)).toMatchObject({ status: "approved" })
    expect(sessionOf(debit)).toMatchObject({ attempts: 1 })
  })

  it("is never repeated a second time, and withdrawn after a day in which nothing was collected", async () => {
    const { debit, context, clock } = await unanswered(APPROVED, "rolled-back")
    sandbox.faults.payDropsAnswerAfterAcceptance = true
    clock.pass(30)
    await job(context)
    for (let hour = 0; hour < 23; hour += 1) {
      clock.pass(3600)
      await job(context)
    }
    expect(pays()).toBe(2)
    expect(await find(debit)).toMatchObject({ status: "submitting" })
    clock.pass(2 * 3600)
    await job(context)
    expect(await find(debit)).toMatchObject({ status: "failed", error_code: "not_submitted", retry_allowed: false, sealed_iban: null })
    expect(sessionOf(debit)).toMatchObject({ status: "EXPIRED", attempts: 0 })
  })

  it("is withdrawn at once when its order was cancelled", async () => {
    const { debit, context, clock } = await unanswered(APPROVED, "rolled-back")
    clock.pass(30)
    await job(context, "cancelled_order")
    expect(await find(debit)).toMatchObject({ status: "failed", error_code: "not_submitted" })
    expect(sessionOf(debit)).toMatchObject({ status: "EXPIRED", attempts: 0 })
    expect(pays()).toBe(1)
  })

  it("is not repeated for an order that does not stand", async () => {
    const { debit, context, clock } = await unanswered(APPROVED, "rolled-back")
    clock.pass(30)
    await job(context, "no_order")
    expect(await find(debit)).toMatchObject({ status: "submitting", repeated_at: null })
    expect(pays()).toBe(1)
  })

  it("is asked after by one server at a time, and ever less often", async () => {
    const { debit, context, clock } = await unanswered(APPROVED, "in-progress")
    clock.pass(30)
    const claims = await Promise.all([1, 2, 3].map(() => context.due.claim(context.now())))
    expect(claims.filter((claimed) => claimed?.id === debit.id)).toHaveLength(1)
    clock.pass(59)
    expect(await context.due.claim(context.now())).toBeNull()
    clock.pass(1)
    expect(await context.due.claim(context.now())).toMatchObject({ id: debit.id, checks: 2 })
    clock.pass(119)
    expect(await context.due.claim(context.now())).toBeNull()
  })

  describe("where the gateway answers what the sandbox never does", () => {
    const trouble: ScriptedAnswer = { status: 500, body: { detail: "Oops", status_code: 500 } }
    const gone: ScriptedAnswer = { status: 410, body: { detail: "Session has expired.", status_code: 410 } }
    const conflict: ScriptedAnswer = { status: 409, body: { detail: "tenant_reference_id already in use", status_code: 409 } }
    const session = (status: string): ScriptedAnswer => ({ status: 200, body: { status, amount: "29.99", currency: "EUR" } })
    const rows = (...results: Record<string, unknown>[]): ScriptedAnswer => ({
      status: 200,
      body: { next: null, previous: null, results },
    })
    const row = (debit: DebitRecord, change: Record<string, unknown> = {}) => ({
      id: "7a0c1c4e-1111-4222-8333-444455556666",
      tenant_reference_id: debit.reference,
      status: "approved",
      type: "sdd_sale",
      amount: "29.99",
      currency: "EUR",
      ...change,
    })
    const paid = () => gateway.operations().filter((operation) => operation === "pay").length

    /** Submitted to no answer at all. */
    async function lost(get: ScriptedAnswer = gone) {
      const { context, clock } = server()
      gateway.script("pay", trouble)
      gateway.script("get", get)
      const debit = await advance(context, await readyDebit(bench, APPROVED, { account: "scripted" }))
      expect(debit.status).toBe("submitting")
      return { context, clock, debit }
    }

    it.each([
      ["410", gone, "failed"],
      ["500", trouble, "declined"],
    ])("believes a declined transaction when GET answers %s", async (_what, get, reached) => {
      const { context, clock, debit } = await lost(get)
      gateway.script("transactions", rows(row(debit, { status: "declined" })))
      clock.pass(30)
      await job(context)
      expect(await find(debit)).toMatchObject({ status: reached })
    })

    it("never approves other money, and tells the merchant until it is the right one", async () => {
      const { context, clock, debit } = await lost()
      gateway.script("transactions", rows(row(debit, { amount: "29.98" })))
      clock.pass(30)
      await job(context)
      expect(await find(debit)).toMatchObject({ status: "submitting" })
      expect(await bench.service.problems.listOpen({ debit_id: debit.id })).toMatchObject([
        { code: "amount_mismatch", details: { found: "29.98 EUR", expected: "29.99 EUR" } },
      ])
      clock.pass(60)
      await job(context)
      const told = bench.knex()("catalystpay_debit_event").where({ debit_id: debit.id, type: "amount_mismatch" })
      expect(await told).toMatchObject([{ source: "reconciliation" }])
      gateway.script("transactions", rows(row(debit)))
      clock.pass(3600)
      await job(context)
      expect(await find(debit)).toMatchObject({ status: "approved", confirmed_at: expect.any(Date) as unknown })
      expect(await problemsOf(debit)).toEqual([])
    })

    it.each([
      ["a refund", { type: "sdd_refund" }],
      ["another attempt", { tenant_reference_id: "payses_other.1" }],
    ])("does not take %s for the debit", async (_what, change) => {
      const { context, clock, debit } = await lost()
      gateway.script("transactions", rows(row(debit, change)))
      clock.pass(30)
      await job(context)
      expect(await find(debit)).toMatchObject({ status: "submitting" })
    })

    it.each([
      ["a transaction in a state that nobody knows", (debit: DebitRecord) => rows(row(debit, { status: "held" }))],
      ["records that cannot be read", () => trouble],
    ])("repeats nothing in view of %s", async (_what, answer) => {
      const { context, clock, debit } = await lost(session("PENDING"))
      gateway.script("transactions", answer(debit))
      clock.pass(30)
      await job(context)
      clock.pass(DAY)
      await job(context)
      expect(paid()).toBe(1)
      expect(gateway.operations()).not.toContain("cancel")
      expect(await find(debit)).toMatchObject({ status: "submitting", repeated_at: null })
    })

    it.each([
      ["had arrived after all and was approved", "COMPLETED", "approved"],
      ["had arrived after all and was declined", "PENDING", "declined"],
    ])("takes a 409 of the repeat for a first one that %s", async (_what, now, reached) => {
      const { context, clock, debit } = await lost(session("PENDING"))
      gateway.script("pay", conflict)
      gateway.script("get", session("PENDING"), session(now))
      clock.pass(30)
      await job(context)
      expect(await find(debit)).toMatchObject({ status: reached })
    })

    it("may be repeated still when the gateway had no time for the repeat", async () => {
      const { context, clock, debit } = await lost(session("PENDING"))
      gateway.script("pay", { status: 429, body: { detail: "Request was throttled.", status_code: 429 } })
      clock.pass(30)
      await job(context)
      expect(await find(debit)).toMatchObject({ status: "submitting", repeated_at: null })
      gateway.script("pay", { status: 200, body: { status: "completed", amount: "29.99", currency: "EUR" } })
      clock.pass(60)
      await job(context)
      expect(await find(debit)).toMatchObject({ status: "approved", repeated_at: expect.any(Date) as unknown })
      expect(paid()).toBe(3)
    })

    it("leaves it unknown when the repeat meets a session that has ended, without a record", async () => {
      const { context, clock, debit } = await lost(session("PENDING"))
      gateway.script("pay", gone)
      gateway.script("get", session("PENDING"), gone)
      clock.pass(30)
      await job(context)
      expect(await find(debit)).toMatchObject({ status: "submitting" })
    })

    it("withdraws nothing that the gateway does not let go", async () => {
      const { context, clock, debit } = await lost(session("PENDING"))
      gateway.script("cancel", conflict)
      clock.pass(DAY)
      await job(context)
      expect(await find(debit)).toMatchObject({ status: "submitting", sealed_iban: null })
      expect(paid()).toBe(1)
    })

    it("takes the approval that came to light when it was to be withdrawn", async () => {
      const { context, clock, debit } = await lost(session("PENDING"))
      gateway.script("cancel", gone)
      gateway.script("transactions", rows(), rows(row(debit)))
      clock.pass(DAY)
      await job(context)
      expect(await find(debit)).toMatchObject({ status: "approved" })
    })

    it("becomes a problem after a day, which ends with the debit's settlement", async () => {
      const { context, clock, debit } = await lost()
      clock.pass(DAY - 60)
      await job(context)
      expect(await problemsOf(debit)).toEqual([])
      clock.pass(DAY)
      await job(context)
      expect(await problemsOf(debit)).toEqual(["outcome_unknown"])
      expect(await find(debit)).toMatchObject({ status: "submitting", sealed_iban: null })
      gateway.script("get", session("COMPLETED"))
      clock.pass(DAY)
      await job(context)
      expect(await problemsOf(debit)).toEqual([])
      expect(await find(debit)).toMatchObject({ status: "approved" })
    })

    it.each([
      ["its session", session("COMPLETED"), []],
      ["the records, where a GET does not tell", gone, [{}]],
    ])("learns what became of a verification that was not answered from %s", async (_what, get, found) => {
      const { context } = server()
      const debit = await unverified(context, session("AWAITING_VERIFICATION"))
      gateway.script("get", get)
      gateway.script("transactions", rows(...found.map((change) => row(debit, change))))
      expect(await advance(context, await recordReturn(context, debit, null))).toMatchObject({ status: "approved" })
      expect(gateway.operations().filter((operation) => operation === "verify")).toHaveLength(1)
    })

    it("sends a verification that was not answered no second time, however often it asks", async () => {
      const { context, clock } = server()
      const debit = await unverified(context, session("AWAITING_VERIFICATION"))
      expect(await advance(context, await recordReturn(context, debit, null))).toMatchObject({ status: "awaiting_verification" })
      for (let hour = 0; hour < 3; hour += 1) {
        clock.pass(3600)
        expect(await job(context)).toBe(1)
      }
      expect(gateway.operations().filter((operation) => operation === "verify")).toHaveLength(1)
      expect(await find(debit)).toMatchObject({ status: "awaiting_verification" })
    })

    /** Waits for its mandate, and the gateway will not answer a verification. */
    async function unverified(context: LedgerContext, get: ScriptedAnswer): Promise<DebitRecord> {
      gateway.script("pay", { status: 200, body: { status: "awaiting_verification", verification_url: "https://bank.example/" } })
      gateway.script("get", get)
      gateway.script("verify", trouble)
      return advance(context, await readyDebit(bench, APPROVED, { account: "scripted" }))
    }

    it("asks ever again after a mandate that nobody signs, and calls that no problem", async () => {
      const { context, clock } = server()
      gateway.script("pay", { status: 200, body: { status: "awaiting_verification", verification_url: "https://bank.example/" } })
      gateway.script("get", session("AWAITING_VERIFICATION"))
      const debit = await advance(context, await readyDebit(bench, APPROVED, { account: "scripted" }))
      clock.pass(2 * DAY)
      expect(await job(context)).toBe(1)
      expect(await problemsOf(debit)).toEqual([])
      expect(await find(debit)).toMatchObject({ status: "awaiting_verification" })
    })
  })
}

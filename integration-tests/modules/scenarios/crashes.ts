import type { Switches } from "../../../sandbox"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import type { FaultPoint } from "../../../src/modules/catalystpay/faults"
import type { LedgerContext } from "../../../src/modules/catalystpay/ledger-context"
import { openDebit } from "../../../src/modules/catalystpay/checkout/opening"
import { settleDue } from "../../../src/modules/catalystpay/outcomes/settling"
import { advance } from "../../../src/modules/catalystpay/checkout/submission"
import { recordReturn } from "../../../src/modules/catalystpay/checkout/verification"
import { APPROVED, AWAITING } from "../../http/support/ibans"
import { callsOf, purchase, readyDebit, type Bench } from "../support/bench"
import { ownContext, TestClock } from "../support/own-context"

class ProcessDied extends Error {}

/** Each step of the ledger fails once where a process may die, and is healed by whoever comes next. */
export function crashes(bench: Bench): void {
  const { sandbox } = bench
  const living = (clock = new TestClock()) => ownContext(bench, { ...clock })
  const mortal = (point: FaultPoint): LedgerContext =>
    ownContext(bench, {
      faults: {
        at: async (passed) => {
          if (passed === point) {
            throw new ProcessDied(point)
          }
        },
      },
    })
  const sessionOf = (debit: DebitRecord) => sandbox.sessions().find(({ session_token }) => session_token === debit.session_token)
  const find = async (debit: DebitRecord) => (await bench.service.findById(debit.id)) ?? debit

  /** One run of the job, some time later. */
  async function job(afterSeconds: number): Promise<void> {
    const clock = new TestClock()
    clock.pass(afterSeconds)
    const context = living(clock)
    for (let due = await context.due.claim(context.now()); due; due = await context.due.claim(context.now())) {
      await settleDue(context, due, async () => "order")
    }
  }

  async function signedAndBack(): Promise<DebitRecord> {
    const debit = await advance(living(), await readyDebit(bench, AWAITING))
    await fetch(debit.verification_url ?? "", { method: "POST", body: new URLSearchParams({ decision: "sign" }) })
    return recordReturn(living(), debit, null)
  }

  async function expectCollectedOnce(debit: DebitRecord): Promise<void> {
    expect(await find(debit)).toMatchObject({ status: "approved", sealed_iban: null })
    expect(sessionOf(debit)).toMatchObject({ status: "COMPLETED", attempts: 1, tenant_references: [debit.reference] })
  }

  describe.each<Switches["get-terminal"]>(["200", "410"])("with a GET that answers %s for what has ended", (answer) => {
    beforeEach(() => {
      sandbox.switches["get-terminal"] = answer
    })

    it("before a submission is marked has submitted nothing: the shopper presses pay again", async () => {
      const debit = await readyDebit(bench, APPROVED)
      await expect(advance(mortal("before_submission_is_marked"), debit)).rejects.toThrow(ProcessDied)
      expect(await find(debit)).toMatchObject({ status: "ready", submitted_at: null })
      await advance(living(), await find(debit))
      await expectCollectedOnce(debit)
    })

    it("after a submission was marked has submitted nothing, which the gateway confirms: the job does", async () => {
      const debit = await readyDebit(bench, APPROVED)
      await expect(advance(mortal("after_submission_was_marked"), debit)).rejects.toThrow(ProcessDied)
      expect(await find(debit)).toMatchObject({ status: "submitting" })
      expect(callsOf(bench, "pay")).toBe(0)
      await job(30)
      await expectCollectedOnce(debit)
      expect(callsOf(bench, "pay")).toBe(1)
    })

    it("after the repeat was marked, too, has used it up: the debit is withdrawn, and nothing is collected", async () => {
      const debit = await readyDebit(bench, APPROVED)
      await expect(advance(mortal("after_submission_was_marked"), debit)).rejects.toThrow(ProcessDied)
      const clock = new TestClock()
      clock.pass(30)
      const second = { ...mortal("after_submission_was_marked"), ...clock }
      await expect(advance(second, await find(debit))).rejects.toThrow(ProcessDied)
      expect(await find(debit)).toMatchObject({ status: "submitting", repeated_at: expect.any(Date) as unknown })
      await job(3600)
      expect(callsOf(bench, "pay")).toBe(0)
      await job(25 * 3600)
      expect(await find(debit)).toMatchObject({ status: "failed", error_code: "not_submitted", sealed_iban: null })
      expect(sessionOf(debit)).toMatchObject({ status: "EXPIRED", attempts: 0 })
    })

    it.each(["after_pay_was_answered", "after_outcome_was_recorded"] as const)(
      "%s has collected, and nobody collects again",
      async (point) => {
        const debit = await readyDebit(bench, APPROVED)
        await expect(advance(mortal(point), debit)).rejects.toThrow(ProcessDied)
        await job(60)
        await advance(living(), await find(debit))
        await expectCollectedOnce(debit)
        expect(callsOf(bench, "pay")).toBe(1)
      },
    )

    it("after the repeat was answered has collected, and nobody collects again", async () => {
      const debit = await readyDebit(bench, APPROVED)
      await expect(advance(mortal("after_submission_was_marked"), debit)).rejects.toThrow(ProcessDied)
      const clock = new TestClock()
      clock.pass(30)
      const second = { ...mortal("after_pay_was_answered"), ...clock }
      await expect(advance(second, await find(debit))).rejects.toThrow(ProcessDied)
      await job(60)
      await expectCollectedOnce(debit)
    })

    it("after the session was read has learned nothing: the next one asks again", async () => {
      const debit = await readyDebit(bench, APPROVED)
      sandbox.faults.payDropsAnswerAfterAcceptance = true
      await expect(advance(mortal("after_session_was_read"), debit)).rejects.toThrow(ProcessDied)
      expect(await find(debit)).toMatchObject({ status: "submitting" })
      await job(30)
      await expectCollectedOnce(debit)
      expect(callsOf(bench, "pay")).toBe(1)
    })

    it("after a verification was claimed has told the gateway nothing: the shopper comes back once more", async () => {
      const debit = await signedAndBack()
      await expect(advance(mortal("after_verification_was_claimed"), debit)).rejects.toThrow(ProcessDied)
      await job(60)
      expect(await find(debit)).toMatchObject({ status: "awaiting_verification" })
      expect(callsOf(bench, "verify")).toBe(0)
      await advance(living(), await recordReturn(living(), await find(debit), null))
      await expectCollectedOnce(debit)
    })

    it("after a verification was answered has collected: the job learns of it", async () => {
      const debit = await signedAndBack()
      await expect(advance(mortal("after_verify_was_answered"), debit)).rejects.toThrow(ProcessDied)
      expect(await find(debit)).toMatchObject({ status: "awaiting_verification" })
      await job(60)
      await expectCollectedOnce(debit)
      expect(callsOf(bench, "verify")).toBe(1)
    })
  })

  it("before a session is recorded leaves one that blocks the lead: the merchant is told, until it is gone", async () => {
    const input = purchase()
    const problems = async () => (await bench.service.problems.listOpen({ code: "lead_conflict" })).map(({ key }) => key)
    await expect(openDebit(mortal("before_session_is_recorded"), input)).rejects.toThrow(ProcessDied)
    const [stranger] = sandbox.sessions().filter(({ lead }) => lead.email === input.lead.email)
    await expect(openDebit(living(), input)).rejects.toMatchObject({ code: "lead_conflict" })
    const [key, ...others] = await problems()
    expect(others).toEqual([])
    expect(key).toMatch(/^lead_conflict:default:[0-9a-f]{32}$/)
    await living().gateway("default").cancel(stranger?.session_token ?? "")
    expect(await openDebit(living(), input)).toMatchObject({ status: "opened" })
    expect(await problems()).toEqual([])
  })
}

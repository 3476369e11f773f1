import { APPROVED, AWAITING, DECLINED } from "../../http/support/ibans"
import { bankAccount, callsOf, purchase, readyDebit, type Bench } from "../support/bench"

export function attempts(bench: Bench): void {
  const find = (sessionId: string) => bench.service.findBySession(sessionId)

  async function decide(sessionToken: string, decision: "sign" | "refuse"): Promise<void> {
    const debit = await bench
      .knex()("catalystpay_debit")
      .where({ session_token: sessionToken })
      .first<{ verification_url: string }>()
    await fetch(debit?.verification_url ?? "", { method: "POST", body: new URLSearchParams({ decision }) })
  }

  it("seals the IBAN, and destroys the seal when the outcome is known", async () => {
    const ready = await readyDebit(bench, APPROVED)
    expect(ready).toMatchObject({
      status: "ready",
      attempt: 1,
      reference: `${ready.payment_session_id}.1`,
      iban_last4: "3000",
      sealed_iban: expect.stringMatching(/^v1\./) as unknown,
    })
    expect(ready.sealed_iban).not.toContain(APPROVED)
    const approved = await bench.service.advance(ready)
    expect(approved).toMatchObject({ status: "approved", sealed_iban: null, sealed_at: null, iban_check: null })
  })

  it.each([
    ["declined", DECLINED, "declined"],
    ["to be signed", AWAITING, "awaiting_verification"],
  ])("destroys the seal when it is %s, too", async (_what, iban, status) => {
    const ready = await readyDebit(bench, iban)
    expect(await bench.service.advance(ready)).toMatchObject({ status, sealed_iban: null, iban_check: null })
  })

  it("is submitted once, however many ask for it at the same moment", async () => {
    const ready = await readyDebit(bench, APPROVED)
    bench.sandbox.faults.payDelayMs = 200
    const results = await Promise.all(Array.from({ length: 10 }, () => bench.service.advance(ready)))
    bench.sandbox.faults.payDelayMs = 0
    expect(callsOf(bench, "pay")).toBe(1)
    expect(results.filter(({ status }) => status === "approved").length).toBeGreaterThan(0)
    expect(await find(ready.payment_session_id)).toMatchObject({ status: "approved" })
  })

  it("gets its own number and reference", async () => {
    const first = await bench.service.advance(await readyDebit(bench, DECLINED))
    const second = await bench.service.attachBankAccount(first, bankAccount(APPROVED))
    expect(second).toMatchObject({ attempt: 2, reference: `${first.payment_session_id}.2`, error_code: null })
    await bench.service.advance(second)
    const session = bench.sandbox.sessions().find(({ session_token }) => session_token === first.session_token)
    expect(session?.tenant_references).toEqual([first.reference, second.reference])
  })

  it("never debits an account that was replaced between pressing pay and submitting", async () => {
    const asItWas = await readyDebit(bench, DECLINED)
    const asItIs = await bench.service.attachBankAccount(asItWas, bankAccount(APPROVED))
    expect(await bench.service.advance(asItWas)).toMatchObject({ status: "ready", iban_last4: "3000" })
    expect(callsOf(bench, "pay")).toBe(0)
    expect(await bench.service.advance(asItIs)).toMatchObject({ status: "approved", iban_last4: "3000" })
  })

  it("takes another IBAN before it is submitted without counting as a new one", async () => {
    const first = await readyDebit(bench, DECLINED)
    const second = await bench.service.attachBankAccount(first, bankAccount(APPROVED))
    expect(second).toMatchObject({ attempt: 1, iban_last4: "3000", reference: first.reference })
    const mandates = await bench.knex()("catalystpay_mandate").where({ debit_id: first.id }).select("iban_last4")
    expect(mandates).toEqual([{ iban_last4: "3000" }])
  })

  it("takes no bank account that was meant for an attempt which is over", async () => {
    const ready = await readyDebit(bench, DECLINED)
    await bench.service.advance(ready)
    await expect(bench.service.attachBankAccount(ready, bankAccount(APPROVED))).rejects.toMatchObject({
      code: "payment_in_progress",
    })
    expect(await find(ready.payment_session_id)).toMatchObject({ status: "declined", attempt: 1, sealed_iban: null })
  })

  it("asks the bank registry once for an IBAN, and again for another one", async () => {
    const debit = await bench.service.open(purchase())
    await bench.service.validateIban("default", debit, APPROVED)
    const checked = await find(debit.payment_session_id)
    await bench.service.attachBankAccount(checked ?? debit, bankAccount(APPROVED))
    expect(callsOf(bench, "iban-validate")).toBe(1)
    const ready = await find(debit.payment_session_id)
    await bench.service.attachBankAccount(ready ?? debit, bankAccount(DECLINED))
    expect(callsOf(bench, "iban-validate")).toBe(2)
  })

  it("is verified once for a return by callers who come at the same moment", async () => {
    const waiting = await bench.service.advance(await readyDebit(bench, AWAITING))
    await decide(waiting.session_token, "sign")
    const returned = await bench.service.recordVerificationReturn(waiting, "vnd_1")
    await Promise.all(Array.from({ length: 10 }, () => bench.service.advance(returned)))
    expect(callsOf(bench, "verify")).toBe(1)
    expect(await find(waiting.payment_session_id)).toMatchObject({ status: "approved" })
  })

  it("is not verified before the shopper came back", async () => {
    const waiting = await bench.service.advance(await readyDebit(bench, AWAITING))
    await decide(waiting.session_token, "sign")
    expect(await bench.service.advance(waiting)).toMatchObject({ status: "awaiting_verification" })
    expect(callsOf(bench, "verify")).toBe(0)
  })

  it("writes every step into the time line, which nobody can rewrite", async () => {
    const debit = await bench.service.advance(await readyDebit(bench, APPROVED))
    const knex = bench.knex()
    const events = await knex("catalystpay_debit_event")
      .where({ debit_id: debit.id })
      .orderBy("created_at")
      .select("type", "from_status", "to_status", "refused")
    expect(events).toEqual([
      { type: "opened", from_status: null, to_status: "opened", refused: false },
      { type: "bank_account_attached", from_status: "opened", to_status: "ready", refused: false },
      { type: "submission_started", from_status: "ready", to_status: "submitting", refused: false },
      { type: "approved", from_status: "submitting", to_status: "approved", refused: false },
    ])
    const rewriting = knex("catalystpay_debit_event").where({ debit_id: debit.id }).update({ type: "declined" })
    await expect(rewriting).rejects.toThrow("catalystpay_debit_event is append-only")
  })

  it("keeps its time line when somebody deletes", async () => {
    const debit = await bench.service.open(purchase())
    const deleting = bench.knex()("catalystpay_debit_event").where({ debit_id: debit.id }).delete()
    await expect(deleting).rejects.toThrow("catalystpay_debit_event is append-only")
  })

  it("is captured in the ledger once, however often it is told", async () => {
    const debit = await bench.service.advance(await readyDebit(bench, APPROVED))
    const told = await Promise.all([1, 2, 3].map(() => bench.service.recordCapture(debit)))
    expect(told.map(({ captured_amount }) => captured_amount)).toEqual(["29.99", "29.99", "29.99"])
    const events = await bench.knex()("catalystpay_debit_event").where({ debit_id: debit.id, type: "captured" })
    expect(events).toHaveLength(1)
  })
}

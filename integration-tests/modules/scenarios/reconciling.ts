import { SYSTEM_CLOCK } from "../../../src/modules/catalystpay/clock"
import { NO_FAULTS, type FaultPoint } from "../../../src/modules/catalystpay/faults"
import { recordRefundDue } from "../../../src/modules/catalystpay/money/refunds"
import { APPROVED, AWAITING, DECLINED, HARD_DECLINE } from "../../http/support/ibans"
import { purchase, readyDebit, type Bench } from "../support/bench"
import { approvedDebit, capturedDebit, moneyContext, transactionOf } from "../support/money-context"
import { moneyRecords } from "../support/money-records"
import { reconciliationOf } from "../support/reconciling"

/** A valid IBAN that the sandbox has no other plans for: approved. */
const ANOTHER_ACCOUNT = "DE02120300000000202051"

/** What the ledger learns from the gateway's own records when no webhook ever comes. */
export function reconciling(bench: Bench): void {
  const { sandbox } = bench
  const { agreed, now, runs, counted, listed, read } = reconciliationOf(bench)
  const { problemsOf, eventsOf } = moneyRecords(bench)

  beforeEach(() => {
    agreed.length = 0
    Object.assign(bench.service.settings.reconciliation, { pageSize: 100, overlapDays: 14 })
  })

  afterEach(() => {
    bench.service.faults = NO_FAULTS
    bench.service.clock = SYSTEM_CLOCK
  })

  function dieAt(point: FaultPoint): void {
    bench.service.faults = {
      at: async (passed) => {
        if (passed === point) {
          throw new Error(`The process died ${point}.`)
        }
      },
    }
  }

  /** A submission of which nobody heard the answer: its process died. */
  async function unheard(iban: string) {
    const debit = await readyDebit(bench, iban)
    dieAt("after_pay_was_answered")
    await expect(bench.service.advance(debit)).rejects.toThrow("died")
    bench.service.faults = NO_FAULTS
    expect(await now(debit)).toMatchObject({ status: "submitting" })
    return debit
  }

  it("has nothing to read before the first debit", async () => {
    expect(await read()).toBe("done")
    expect(await runs()).toEqual([])
    expect(sandbox.calls).toEqual([])
  })

  it("confirms an approval that no webhook told of, and fills in what a GET had not given", async () => {
    sandbox.faults.payDropsAnswerAfterAcceptance = true
    const debit = await bench.service.advance(await readyDebit(bench, APPROVED))
    expect(await now(debit)).toMatchObject({ status: "approved", confirmed_at: null, transaction_id: null })
    expect(await read()).toBe("done")
    const session = sandbox.sessions().find(({ session_token }) => session_token === debit.session_token)
    const [transaction] = session?.transactions ?? []
    expect(await now(debit)).toMatchObject({
      confirmed_at: expect.any(Date) as unknown,
      transaction_id: transaction?.id,
      merchant_transaction_id: transaction?.merchant_transaction_id,
      gateway_reference: transaction?.gateway_reference,
    })
    const mandates = await bench.service.listMandates({ debit_id: debit.id })
    expect(mandates).toMatchObject([{ reference: `MAND-${transaction?.order_number}` }])
    expect(agreed).toContain(debit.id)
    expect(await counted("confirmations")).toBe(1)
    expect(await runs()).toMatchObject([
      { listing: "chargebacks", cause: "job", status: "finished", failure: null },
      { listing: "transactions", cause: "job", status: "finished", failure: null },
    ])
  })

  it("approves and confirms a submission whose answer nobody heard", async () => {
    const debit = await unheard(APPROVED)
    await read()
    expect(await now(debit)).toMatchObject({
      status: "approved",
      origin: "store",
      sealed_iban: null,
      confirmed_at: expect.any(Date) as unknown,
      transaction_id: expect.any(String) as unknown,
    })
    expect(await counted("approvals")).toBe(1)
  })

  it.each([
    ["leaves another try where its session does", DECLINED, "declined", true],
    ["fails where its session has ended", HARD_DECLINE, "failed", false],
  ])("learns of a decline that nobody heard, and %s", async (_what, iban, status, retry_allowed) => {
    const debit = await unheard(iban)
    await read()
    expect(await now(debit)).toMatchObject({ status, retry_allowed, sealed_iban: null })
    expect(await counted("declines")).toBe(1)
  })

  it("takes a submission for returned that was approved and came back before anybody heard of either", async () => {
    const debit = await unheard(APPROVED)
    const session = sandbox.sessions().find(({ session_token }) => session_token === debit.session_token)
    sandbox.bounce(session?.transactions[0]?.id ?? "", "AM04")
    await read()
    expect(await now(debit)).toMatchObject({ status: "failed", returned_at: expect.any(Date) as unknown })
    expect(await counted("returns")).toBe(1)
  })

  it("finds a mandate that the shopper has signed on another device", async () => {
    const debit = await bench.service.advance(await readyDebit(bench, AWAITING))
    await fetch(debit.verification_url ?? "", { method: "POST", body: new URLSearchParams({ decision: "sign" }), redirect: "manual" })
    await read()
    expect(await now(debit)).toMatchObject({ status: "awaiting_verification" })
    await pay(debit.session_token, "verify", { verification_id: "vnd_1" })
    await read()
    expect(await now(debit)).toMatchObject({ status: "approved", confirmed_at: expect.any(Date) as unknown })
  })

  /** As somebody does who has the session token. */
  async function pay(token: string, action: "pay" | "verify", body: Record<string, unknown>): Promise<void> {
    const { apiUrl } = await bench.service.account("default")
    const headers = { "content-type": "application/json" }
    const { status } = await fetch(`${apiUrl}/payment-sessions/${token}/${action}/`, { method: "POST", headers, body: JSON.stringify(body) })
    expect(status).toBe(200)
  }

  it("reports what was paid at the gateway itself, by a session that nobody has paid here", async () => {
    const debit = await readyDebit(bench, APPROVED)
    await pay(debit.session_token, "pay", { iban: APPROVED, iban_holder_name: "Somebody Else" })
    await read()
    expect(await now(debit)).toMatchObject({
      status: "approved",
      origin: "external",
      reference: null,
      transaction_id: expect.any(String) as unknown,
      sealed_iban: null,
    })
    expect(agreed).toContain(debit.id)
    expect(await counted("external_payments")).toBe(1)
    // What becomes of that money is not missed either.
    sandbox.bounce(transactionOf(await now(debit)), "AM04")
    await read()
    expect(await now(debit)).toMatchObject({ status: "failed", returned_at: expect.any(Date) as unknown })
  })

  it("reports it also when the session, asked afterwards and submitted to, says no more than that it is over", async () => {
    Object.assign(sandbox.switches, { "get-terminal": "410" })
    const ready = await readyDebit(bench, APPROVED)
    await pay(ready.session_token, "pay", { iban: APPROVED, iban_holder_name: "Somebody Else" })
    const debit = await bench.service.advance(ready)
    expect(debit).toMatchObject({ status: "failed", error_code: "unknown" })
    await read()
    expect(await now(debit)).toMatchObject({ status: "approved", origin: "external", reference: null })
    expect(await counted("external_payments")).toBe(1)
  })

  it("reports it also when the session was over, nobody knew by what, as another cart of the shopper was to take its place", async () => {
    Object.assign(sandbox.switches, { "get-terminal": "410" })
    const lead = { first_name: "Max", last_name: "Mustermann", email: "twocarts@example.com", country: "DE" }
    const debit = await readyDebit(bench, APPROVED, { lead })
    await pay(debit.session_token, "pay", { iban: APPROVED, iban_holder_name: "Somebody Else" })
    await bench.service.open(purchase({ lead }))
    expect(await now(debit)).toMatchObject({ status: "superseded" })
    await read()
    expect(await now(debit)).toMatchObject({ status: "approved", origin: "external", reference: null })
    expect(await counted("external_payments")).toBe(1)
  })

  it("counts what comes back of a debit that nothing but its session had told to be paid, by another account", async () => {
    const ready = await readyDebit(bench, APPROVED)
    await pay(ready.session_token, "pay", { iban: ANOTHER_ACCOUNT, iban_holder_name: "Somebody Else" })
    const debit = await bench.service.advance(ready)
    expect(debit).toMatchObject({ status: "approved", origin: "store", transaction_id: null, iban_last4: "3000" })
    const session = sandbox.sessions().find(({ session_token }) => session_token === debit.session_token)
    const { id } = session?.transactions[0] ?? { id: "" }
    sandbox.refund(id, { amount: "5.00" })
    await read()
    const named = await now(debit)
    expect(named).toMatchObject({ status: "approved", transaction_id: id, refunded_amount: "5", bank_name: null })
    expect(ANOTHER_ACCOUNT.endsWith(named.iban_last4 ?? "none")).toBe(true)
    sandbox.bounce(id, "AM04")
    await read()
    expect(await now(debit)).toMatchObject({ status: "failed", returned_at: expect.any(Date) as unknown })
  })

  it("takes another shop's transaction for none of a session that this store has cancelled", async () => {
    const lead = { first_name: "Max", last_name: "Mustermann", email: "twoshops@example.com", country: "DE" }
    const debit = await readyDebit(bench, APPROVED, { lead })
    await bench.service.cancelUnsubmitted(debit)
    const other = await readyDebit(bench, APPROVED, { lead, account: "other" })
    await pay(other.session_token, "pay", { iban: APPROVED, iban_holder_name: "Max Mustermann" })
    Object.assign(sandbox.switches, { "get-terminal": "410" })
    await read()
    expect(await now(debit)).toMatchObject({ status: "cancelled" })
    expect(await now(other)).toMatchObject({ status: "approved", origin: "external" })
  })

  it("reports an attempt that was approved after the ledger had given it up", async () => {
    const debit = await unheard(APPROVED)
    const { context } = moneyContext(bench)
    await context.store.apply(debit.id, { transition: "failed", event: { source: "api" }, patch: { sealed_iban: null, sealed_at: null } })
    await read()
    expect(await now(debit)).toMatchObject({ status: "approved", origin: "external", reference: `${debit.payment_session_id}.1` })
  })

  it("leaves a declined attempt alone whose session goes on with another account", async () => {
    const declined = await bench.service.advance(await readyDebit(bench, DECLINED))
    const debit = await bench.service.attachBankAccount(declined, {
      iban: APPROVED,
      iban_holder_name: "Max Mustermann",
      mandate: { accepted: true, locale: "en" },
      ip_address: null,
      user_agent: null,
    })
    await read()
    expect(await now(debit)).toMatchObject({ status: "ready", attempt: 2 })
    expect(await counted("irrelevant")).toBe(1)
  })

  it("counts returns, refunds and chargebacks once, however often they are read", async () => {
    const [returned, refunded, chargedBack] = [await capturedDebit(bench), await capturedDebit(bench), await capturedDebit(bench)]
    const { context } = moneyContext(bench)
    await recordRefundDue(context, refunded, { medusa_refund_id: "ref_due", amount: "7.00" })
    sandbox.bounce(transactionOf(returned), "AC04")
    sandbox.refund(transactionOf(refunded), { amount: "7.00" })
    sandbox.refund(transactionOf(refunded), { amount: "5.00" })
    sandbox.chargeBack(transactionOf(chargedBack), { reason_code: "MD06", amount: "10.00" })
    for (let time = 0; time < 3; time += 1) {
      await read()
    }
    expect(await now(returned)).toMatchObject({ charged_back_amount: "29.99", returned_at: expect.any(Date) as unknown })
    expect(await now(refunded)).toMatchObject({ refund_due_amount: "0", refunded_amount: "12" })
    expect(await now(chargedBack)).toMatchObject({ charged_back_amount: "10", returned_at: null })
    expect({
      returns: await counted("returns"),
      refunds: await counted("refunds"),
      chargebacks: await counted("chargebacks"),
      confirmations: await counted("confirmations"),
    }).toEqual({ returns: 1, refunds: 2, chargebacks: 1, confirmations: 2 })
    expect((await eventsOf(chargedBack)).filter((type) => type === "charged_back")).toHaveLength(1)
    expect(new Set(agreed)).toEqual(new Set([returned.id, refunded.id, chargedBack.id]))
  })

  it("finds the chargeback also where it names the processor's transaction and not CatalystPay's", async () => {
    Object.assign(sandbox.switches, { "chargeback-transaction": "processor" })
    const debit = await capturedDebit(bench)
    sandbox.chargeBack(transactionOf(debit), { reason_code: "MD06" })
    await read()
    expect(await now(debit)).toMatchObject({ charged_back_amount: "29.99" })
  })

  it("reports a refund that may be of two debits until it is known of which, and keeps quiet about other shops'", async () => {
    Object.assign(sandbox.switches, { "refund-event": "none", "refund-reference": "null" })
    const lead = { first_name: "Max", last_name: "Mustermann", email: "twins@example.com", country: "DE" }
    const [one, other] = [await capturedDebit(bench, { lead }), await capturedDebit(bench, { lead })]
    const { id } = sandbox.refund(transactionOf(one), { amount: "6.00" })
    await read()
    const unmatched = () => bench.service.problems.listOpen({ code: "event_unmatched" })
    expect(await unmatched()).toMatchObject([{ key: `event_unmatched:${id}`, details: { event: "sdd_refund", amount: "6.00" } }])
    await bench.service.upkeep.watch.run()
    await read()
    expect(await unmatched()).toHaveLength(1)
    await recordRefundDue(moneyContext(bench).context, other, { medusa_refund_id: "ref_twin", amount: "6.00" })
    await read()
    expect(await now(other)).toMatchObject({ refunded_amount: "6", refund_due_amount: "0" })
    expect(await unmatched()).toEqual([])
  })

  it("applies nothing of another amount or currency, and tells the merchant once", async () => {
    const debit = await approvedDebit(bench)
    await bench.knex()("catalystpay_debit").where({ id: debit.id }).update({ amount: "30.00" })
    await read()
    await read()
    expect(await now(debit)).toMatchObject({ confirmed_at: null })
    expect(await problemsOf(debit)).toMatchObject([{ code: "amount_mismatch" }])
    expect((await eventsOf(debit)).filter((type) => type === "amount_mismatch")).toHaveLength(1)
    expect(await counted("mismatches")).toBe(2)
  })

  it("reads the accounts of one tenant once, and those of another by themselves", async () => {
    const [own, sibling] = [await approvedDebit(bench), await approvedDebit(bench, { account: "other" })]
    const stranger = await approvedDebit(bench, { account: "stranger" })
    expect(bench.service.reconciliation.readers()).toEqual(["default", "scripted", "scripted_page", "stranger"])
    expect(bench.service.reconciliation.readers("other")).toEqual(["default"])
    await read()
    expect(await now(own)).toMatchObject({ confirmed_at: expect.any(Date) as unknown })
    expect(await now(sibling)).toMatchObject({ confirmed_at: expect.any(Date) as unknown })
    expect(await now(stranger)).toMatchObject({ confirmed_at: null })
    await read("stranger")
    expect(await now(stranger)).toMatchObject({ confirmed_at: expect.any(Date) as unknown })
  })

  it("reads as little as it may of what other shops of the tenant collect", async () => {
    await approvedDebit(bench)
    const rows = listed() + sandbox.chargebacks().length
    sandbox.clearCalls()
    await read()
    expect({ rows: await counted("rows"), foreign: await counted("foreign") }).toEqual({ rows, foreign: rows - 1 })
    // No session is asked after for their sake.
    expect(sandbox.calls.filter(({ operation }) => operation === "get")).toEqual([])
    expect(await bench.service.problems.listOpen()).toEqual([])
  })
}

import { randomUUID } from "node:crypto"
import { SYSTEM_CLOCK } from "../../../src/modules/catalystpay/clock"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import { NO_FAULTS } from "../../../src/modules/catalystpay/faults"
import { APPROVED, AWAITING, DECLINED } from "../../http/support/ibans"
import { HostedPage } from "../../http/support/hosted-page"
import { callsOf, purchase, type Bench } from "../support/bench"
import { moneyRecords } from "../support/money-records"
import { debitsOfAnotherShop, reconciliationOf, transactionRow, pageOf } from "../support/reconciling"

const HOUR_MS = 60 * 60 * 1000

/** Debits that CatalystPay's page collects: the ledger only ever asks. */
export function hostedPages(bench: Bench): void {
  const { sandbox, gateway } = bench
  const { now, read, counted } = reconciliationOf(bench)
  const { problemsOf, eventsOf } = moneyRecords(bench)

  afterEach(() => {
    bench.service.faults = NO_FAULTS
    bench.service.clock = SYSTEM_CLOCK
  })

  async function opened(change: Parameters<typeof purchase>[0] = {}, account = "hosted"): Promise<DebitRecord> {
    return bench.service.open(purchase({ account, ...change }))
  }

  const pageOfDebit = (debit: DebitRecord) => new HostedPage(debit.payment_url ?? "")
  const recordOf = (debit: DebitRecord) => sandbox.sessions().find(({ session_token }) => session_token === debit.session_token)
  const paymentOf = (debit: DebitRecord) => recordOf(debit)?.transactions.find(({ status }) => status === "approved")

  /** A page whose answers a test writes. */
  async function scripted(): Promise<DebitRecord> {
    const body = { session_token: `ps_${randomUUID()}`, status: "PENDING", payment_url: "https://pay.example/s/1" }
    gateway.script("create", { status: 201, body })
    return opened({}, "scripted_page")
  }

  const session = (status: string, change: Record<string, unknown> = {}) => ({
    status: 200,
    body: { status, amount: "29.99", currency: "EUR", attempts_remaining: 3, ...change },
  })

  it("needs a page: a session without one is closed again, and the merchant told what to configure", async () => {
    const refused = opened({}, "scripted_page")
    await expect(refused).rejects.toMatchObject({ code: "gateway_rejected", texts: { merchant: expect.stringContaining("hostedPageId") as unknown } })
    expect(gateway.operations()).toEqual(["create", "cancel"])
  })

  it("is approved once, and submitted never, however many ask at the same moment", async () => {
    const debit = await opened()
    await pageOfDebit(debit).pay(APPROVED)
    const all = await Promise.all(Array.from({ length: 10 }, () => bench.service.advance(debit)))
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => "approved"))
    const events = await eventsOf(debit)
    expect(events.filter((type) => type === "approved")).toHaveLength(1)
    expect([callsOf(bench, "pay"), callsOf(bench, "verify")]).toEqual([0, 0])
  })

  it("is found out by the next one where the process died after it had asked", async () => {
    const debit = await opened()
    await pageOfDebit(debit).pay(APPROVED)
    bench.service.faults = { at: async (point) => (point === "after_session_was_read" ? Promise.reject(new Error("died")) : undefined) }
    await expect(bench.service.advance(debit)).rejects.toThrow("died")
    bench.service.faults = NO_FAULTS
    expect(await now(debit)).toMatchObject({ status: "opened" })
    expect(await bench.service.advance(await now(debit))).toMatchObject({ status: "approved", origin: "store" })
  })

  it.each([
    ["COMPLETED", "approved"],
    ["PENDING", "opened"],
    ["EXPIRED", "cancelled"],
    ["FAILED", "failed"],
    ["AWAITING_VERIFICATION", "awaiting_verification"],
  ])("is in flight while the page is being paid, and as the gateway then says: %s is %s", async (status, becomes) => {
    const debit = await scripted()
    gateway.script("get", session("PAYMENT_IN_PROGRESS"), session("SOMETHING_NEW"), session(status))
    expect(await bench.service.advance(debit)).toMatchObject({ status: "submitting" })
    expect(await bench.service.advance(await now(debit))).toMatchObject({ status: "submitting" })
    expect(await bench.service.advance(await now(debit))).toMatchObject({ status: becomes })
    expect(gateway.operations().filter((operation) => operation === "pay" || operation === "verify")).toEqual([])
  })

  it.each([
    ["another amount", { amount: "29.98" }],
    ["another currency", { currency: "USD" }],
  ])("is never approved with %s, and the merchant is told", async (_what, change) => {
    const debit = await scripted()
    gateway.script("get", session("COMPLETED", change))
    expect(await bench.service.advance(debit)).toMatchObject({ status: "submitting", approved_at: null })
    expect(await problemsOf(debit)).toMatchObject([{ code: "amount_mismatch" }])
  })

  it("counts the accounts that the page has declined, and ends with the last", async () => {
    const debit = await scripted()
    gateway.script("get", session("PENDING", { attempts_remaining: 2 }), session("PENDING", { attempts_remaining: 2 }), session("PENDING", { attempts_remaining: 0 }))
    const declined = await bench.service.advance(debit)
    expect(declined).toMatchObject({ status: "declined", retry_allowed: true, attempts_remaining: 2 })
    expect((await bench.service.publicData(declined)).attempts_left).toBe(2)
    expect(await bench.service.advance(declined)).toMatchObject({ status: "declined" })
    expect((await eventsOf(debit)).filter((type) => type === "declined")).toHaveLength(1)
    expect(await bench.service.advance(await now(debit))).toMatchObject({ status: "failed", retry_allowed: false })
  })

  it("stays unknown where the session is over and the records say nothing, is asked after, and becomes a problem after a day", async () => {
    const debit = await scripted()
    gateway.script("get", { status: 410, body: { detail: "Gone.", status_code: 410 } })
    expect(await bench.service.advance(debit)).toMatchObject({ status: "submitting" })
    await expect(bench.service.cancelUnsubmitted(await now(debit))).resolves.toBeUndefined()
    bench.service.clock = { ...SYSTEM_CLOCK, now: () => new Date(Date.now() + 25 * HOUR_MS) }
    const due = await bench.service.claimDueDebit()
    expect(due?.id).toBe(debit.id)
    await bench.service.settleDueDebit(due ?? debit, async () => "no_order")
    expect(await now(debit)).toMatchObject({ status: "submitting" })
    expect(await problemsOf(debit)).toMatchObject([{ code: "outcome_unknown" }])
    gateway.script("transactions", pageOf([transactionRow({ customer_email_csv: debit.email, date_processed: new Date().toISOString() })]))
    expect(await bench.service.advance(await now(debit))).toMatchObject({ status: "approved", confirmed_at: expect.any(Date) as unknown })
    expect(gateway.operations()).not.toContain("pay")
  })

  describe("and another one of the same shopper", () => {
    it("leaves alone what another cart has paid", async () => {
      const first = await opened()
      await pageOfDebit(first).pay(APPROVED)
      const other = purchase({ account: "hosted" })
      const second = await bench.service.open({ ...other, lead: { ...other.lead, email: first.email } })
      expect(second).toMatchObject({ status: "opened" })
      expect(await now(first)).toMatchObject({ status: "approved", origin: "store" })
    })

    it("waits while another cart's is being signed", async () => {
      const first = await opened()
      await pageOfDebit(first).pay(AWAITING)
      const other = purchase({ account: "hosted" })
      const lead = { ...other.lead, email: first.email }
      await expect(bench.service.open({ ...other, lead })).rejects.toMatchObject({ code: "payment_in_progress_elsewhere" })
      expect(await now(first)).toMatchObject({ status: "awaiting_verification" })
    })

    it("is not opened for another amount of the same cart once its page was paid", async () => {
      const input = purchase({ account: "hosted" })
      const debit = await bench.service.open(input)
      await pageOfDebit(debit).pay(APPROVED)
      const changed = { ...input, payment_session_id: "payses_other_amount", amount: "30.00" }
      await expect(bench.service.open(changed)).rejects.toMatchObject({ code: "payment_in_progress" })
      expect(callsOf(bench, "create")).toBe(1)
      expect(await now(debit)).toMatchObject({ status: "approved" })
    })

    it("is opened afresh where the account has turned to pages since", async () => {
      const input = purchase()
      const before = await bench.service.open(input)
      const account = await bench.service.account("default")
      try {
        account.collect = "hosted"
        const after = await bench.service.open({ ...input, payment_session_id: `${input.payment_session_id}_again` })
        expect(after).toMatchObject({ collect: "hosted", status: "opened" })
        expect(await now(before)).toMatchObject({ collect: "iban", status: "cancelled" })
      } finally {
        account.collect = "iban"
      }
    })
  })

  describe("and what is told of its transaction", () => {
    const told = (payload: Record<string, unknown>, event_name = "transaction.created") =>
      bench.service.webhooks.apply({ account: "hosted", event_name, payload: { amount: "29.99", currency: "EUR", ...payload } })

    it("is found by e-mail and money where a webhook's ids are not known here, and proved by the gateway", async () => {
      const debit = await opened()
      await pageOfDebit(debit).pay(APPROVED)
      const paid = paymentOf(debit)
      const answer = await told({ id: paid?.id, status: "approved", type: "sdd_sale", email: debit.email, iban: "DE** 3000" })
      expect(answer).toMatchObject({ debit_id: debit.id, moved: true })
      expect(await now(debit)).toMatchObject({ status: "approved", transaction_id: paid?.id, iban_last4: "3000" })
    })

    it("is nobody's where the webhook names a session that is not this store's", async () => {
      const debit = await opened()
      await pageOfDebit(debit).pay(APPROVED)
      expect(await told({ id: "tx_foreign", status: "approved", email: debit.email, session_token: "ps_foreign" })).toMatchObject({ debit_id: null })
      expect(await now(debit)).toMatchObject({ status: "opened" })
    })

    it("is no return where an account that the page had declined before is told late", async () => {
      const debit = await opened()
      await pageOfDebit(debit).pay(DECLINED)
      await pageOfDebit(debit).pay(APPROVED)
      expect(await bench.service.advance(debit)).toMatchObject({ status: "approved", transaction_id: null })
      const declined = recordOf(debit)?.transactions.find(({ status }) => status === "declined")
      const late = { id: declined?.id, status: "declined", type: "sdd_sale", session_token: debit.session_token }
      expect(await told(late, "transaction.status_changed")).toMatchObject({ debit_id: debit.id, retry: false })
      expect(await now(debit)).toMatchObject({ status: "approved", returned_at: null, transaction_id: paymentOf(debit)?.id })
    })

    it("is a return where it is the one that had paid", async () => {
      const debit = await opened()
      await pageOfDebit(debit).pay(APPROVED)
      await bench.service.advance(debit)
      const id = paymentOf(debit)?.id ?? ""
      sandbox.bounce(id, "AM04")
      await told({ id, status: "declined", type: "sdd_sale", session_token: debit.session_token, reason_code: "AM04" }, "transaction.status_changed")
      expect(await now(debit)).toMatchObject({ status: "failed", returned_at: expect.any(Date) as unknown, error_gateway_code: "AM04" })
    })

    it("is told apart by the reconciliation where one shopper paid two pages of the same amount", async () => {
      const first = await opened()
      await pageOfDebit(first).pay(APPROVED)
      await bench.service.advance(first)
      await bench.knex()("catalystpay_debit").where({ id: first.id }).update({ created_at: new Date(Date.now() - HOUR_MS) })
      const input = purchase({ account: "hosted" })
      const second = await bench.service.open({ ...input, lead: { ...input.lead, email: first.email } })
      await pageOfDebit(second).pay(APPROVED)
      await bench.service.advance(second)
      await read("hosted")
      const names = [(await now(first)).transaction_id, (await now(second)).transaction_id]
      expect(new Set(names)).toEqual(new Set([paymentOf(first)?.id, paymentOf(second)?.id]))
      expect([(await now(first)).confirmed_at, (await now(second)).confirmed_at]).not.toContain(null)
      expect(await counted("confirmations")).toBe(2)
    })

    it("is not another shop's, of the same tenant and the same amount", async () => {
      const debit = await opened()
      await debitsOfAnotherShop(bench, 2)
      await read("hosted")
      expect(await now(debit)).toMatchObject({ status: "opened", transaction_id: null })
    })
  })
}

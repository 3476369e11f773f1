import { z } from "zod"
import catalystpayReconcile from "../../../src/jobs/catalystpay-reconcile"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../../src/modules/catalystpay"
import reconcileScript from "../../../src/scripts/catalystpay-reconcile"
import { allProcessed, answerOtherwise, Paid } from "../support/collected"
import { whileDyingAt } from "../support/dying"
import { eventually } from "../support/eventually"
import { APPROVED, DECLINED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"

const run = z.looseObject({ id: z.string(), listing: z.string(), cause: z.string(), status: z.string() })
const runsAnswer = z.object({ runs: z.array(run) })
const listAnswer = runsAnswer.extend({ count: z.number(), latest: z.array(run) })

/** A shop that captures when a debit is confirmed, and to which no webhook comes. */
export function secondPath(shop: Shop): void {
  const job = () => catalystpayReconcile(shop.container())
  const ledger = () => shop.container().resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const today = () => new Date().toISOString().slice(0, 10)

  beforeEach(() => shop.sandbox.holdWebhooks())

  async function shopperWith(iban: string): Promise<Shopper> {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(iban)
    return shopper
  }

  async function ordered(): Promise<Paid> {
    const shopper = await shopperWith(APPROVED)
    const { id } = await shopper.placeOrder()
    return new Paid(shop, shopper, id)
  }

  /** The answer is dropped, and a GET tells no more than that the session was completed. */
  async function orderedByGet(): Promise<Paid> {
    shop.sandbox.faults.payDropsAnswerAfterAcceptance = true
    try {
      return await ordered()
    } finally {
      shop.sandbox.faults.payDropsAnswerAfterAcceptance = false
    }
  }

  /** The server dies before it hears the answer, and the shopper never comes back. */
  async function lost(): Promise<Shopper> {
    const shopper = await shopperWith(APPROVED)
    await whileDyingAt(ledger(), "after_pay_was_answered", 1, async () => {
      const debit = await ledger().findBySession(shopper.sessionId)
      await expect(ledger().advance(debit ?? neverOpened())).rejects.toThrow("died")
    })
    return shopper
  }

  function neverOpened(): never {
    throw new Error("The ledger has no such debit.")
  }

  const captures = () => shop.database.count("capture")

  it("ends a day's orders right without a single webhook, and does nothing twice when they come after all", async () => {
    const [plain, byGet, returned, chargedBack] = [await ordered(), await orderedByGet(), await ordered(), await ordered()]
    const [unasked, confirmed] = [await ordered(), await ordered()]
    const declined = await shopperWith(DECLINED)
    await declined.complete()
    const gone = await lost()
    expect(await plain.paymentStatus()).toBe("authorized")
    shop.sandbox.bounce(returned.transaction, "AM04")
    await job()

    for (const paid of [plain, byGet, chargedBack, unasked, confirmed]) {
      expect(await paid.paymentStatus()).toBe("captured")
    }
    expect(await byGet.debit()).toMatchObject({ status: "approved", transaction_id: byGet.transaction })
    expect(await returned.debit()).toMatchObject({ status: "failed", state: "failed" })
    expect(await returned.paymentStatus()).not.toBe("captured")
    expect(await shop.database.debit(declined.sessionId)).toMatchObject({ status: "declined" })
    expect(await declined.cartIsOpen()).toBe(true)
    expect(await shop.database.debit(gone.sessionId)).toMatchObject({ status: "approved", captured_at: expect.any(Date) as unknown })
    expect(await gone.cartIsOpen()).toBe(false)
    expect(await captures()).toBe(6)

    const { id } = await confirmed.payment()
    await shop.admin.post(`/admin/payments/${id}/refund`, { amount: 5 })
    shop.sandbox.refund(confirmed.transaction, { amount: "5.00" })
    shop.sandbox.refund(unasked.transaction, { amount: "7.00" })
    shop.sandbox.chargeBack(chargedBack.transaction, { reason_code: "MD06" })
    shop.sandbox.bounce(byGet.transaction, "AC04")
    await job()

    await expectEnded()
    await shop.sandbox.releaseWebhooks({ order: "shuffled" })
    await allProcessed(shop)
    await job()
    await expectEnded()

    async function expectEnded(): Promise<void> {
      expect(await confirmed.debit()).toMatchObject({ state: "refunded", refund_due_amount: "0.00", refunded_amount: "5.00" })
      expect((await confirmed.payment()).refunds).toHaveLength(1)
      expect(await unasked.debit()).toMatchObject({ refunded_amount: "7.00", refund_receipts: [{ unasked_amount: "7.00" }] })
      expect((await unasked.payment()).refunds).toMatchObject([{ amount: 7 }])
      expect(await chargedBack.debit()).toMatchObject({ state: "charged_back", charged_back_amount: "20.71" })
      expect(await byGet.debit()).toMatchObject({ chargebacks: [{ kind: "return", amount: "20.71" }] })
      for (const [paid, type] of [[chargedBack, "charged_back"], [byGet, "returned"], [returned, "returned"]] as const) {
        expect(await paid.told(type)).toBe(1)
      }
      expect(await captures()).toBe(6)
    }
  }, 120_000)

  it("tells the merchant of what was paid at CatalystPay itself, and lets it pay for nothing", async () => {
    const shopper = await shopperWith(APPROVED)
    const { session_token, id } = await shop.database.debit(shopper.sessionId)
    await fetch(`${process.env.CATALYSTPAY_API_URL}/payment-sessions/${String(session_token)}/pay/`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ iban: APPROVED, iban_holder_name: "Somebody Else" }),
    })
    await job()
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "approved", origin: "external" })
    expect(await ledger().problems.listOpen({ debit_id: String(id) })).toMatchObject([{ code: "debit_without_order" }])
    expect(await shopper.cartIsOpen()).toBe(true)
  })

  describe("days that the merchant asks for", () => {
    const url = "/admin/catalystpay/reconcile"
    const list = async (query = "") => listAnswer.parse(await shop.admin.get(`${url}${query}`))

    it("are read in the background, however many they are, and shown with what they changed", async () => {
      const paid = await ordered()
      const answer = await shop.admin.answer("POST", url, { from: "2026-01-01", to: today(), account: "default" })
      expect(answer.status).toBe(202)
      const asked = runsAnswer.parse(answer.body).runs
      expect(asked).toMatchObject([{ listing: "transactions", cause: "request" }, { listing: "chargebacks" }])
      await eventually(
        () => list("?limit=100"),
        ({ runs }) => asked.every(({ id }) => runs.some((one) => one.id === id && one.status === "finished")),
      )
      expect(await paid.paymentStatus()).toBe("captured")
      const { runs, count, latest } = await list("?listing=transactions&limit=1")
      expect(runs).toMatchObject([{ id: asked[0]?.id, from: "2026-01-01", to: today(), report: { confirmations: 1 }, failure: null }])
      expect(count).toBeGreaterThan(0)
      expect(latest.map(({ listing }) => listing).sort()).toEqual(["chargebacks", "transactions"])
    })

    it("are refused while others are being read", async () => {
      const row = { id: "cplse_http", name: "reconcile:default", holder: "somebody" }
      await shop.database.rows(
        "insert into catalystpay_lease (id, name, holder, expires_at) values (?, ?, ?, now() + interval '1 minute') returning id",
        [row.id, row.name, row.holder],
      )
      expect(await shop.admin.answer("POST", url, { from: today(), to: today() })).toMatchObject({
        status: 409,
        body: { code: "reconciliation_running" },
      })
      await shop.database.rows("delete from catalystpay_lease where id = ? returning id", [row.id])
    })

    it.each([
      ["of no account", { from: "2026-01-01", to: "2026-01-31", account: "nobody" }, 404, "account_unknown"],
      ["that end before they begin", { from: "2026-02-01", to: "2026-01-31" }, 400, "invalid_request"],
      ["that no calendar has", { from: "2026-02-30", to: "2026-03-31" }, 400, "invalid_request"],
      ["without an end", { from: "2026-02-01" }, 400, "invalid_request"],
      ["with something else beside them", { from: "2026-02-01", to: "2026-02-02", cursor: "x" }, 400, "invalid_request"],
    ])("%s are refused", async (_what, body, status, code) => {
      expect(await shop.admin.answer("POST", url, body)).toMatchObject({ status, body: { code } })
    })

    it("are nobody's business who is not logged in", async () => {
      expect(await shop.http.call("GET", url)).toMatchObject({ status: 401 })
      expect(await shop.http.call("POST", url, { from: today(), to: today() })).toMatchObject({ status: 401 })
      await expect(shop.admin.get(`${url}?listing=payouts`)).rejects.toThrow("400")
    })

    it("are read by the script, too, which says what it needs when it is not told", async () => {
      const paid = await ordered()
      const container = shop.container()
      await reconcileScript({ container, args: [today(), today(), "default"] })
      expect(await paid.paymentStatus()).toBe("captured")
      await expect(reconcileScript({ container, args: [today()] })).rejects.toMatchObject({ code: "invalid_request" })
      await expect(reconcileScript({ container, args: [today(), today(), "nobody"] })).rejects.toMatchObject({ code: "account_unknown" })
      await shop.line.cut()
      await expect(reconcileScript({ container, args: [today(), today()] })).rejects.toMatchObject({ code: "reconciliation_incomplete" })
      await shop.line.mend()
      // The breaker lets nobody call for a while.
      const again = () => reconcileScript({ container, args: [today(), today()] })
      await eventually(() => again().then(() => true, () => false), (hasFinished) => hasFinished)
    })
  })

  it("is read on by the next job where CatalystPay could not be reached", async () => {
    answerOtherwise(shop, "get-terminal", "410")
    const paid = await ordered()
    await shop.line.cut()
    await job()
    expect(await paid.paymentStatus()).toBe("authorized")
    await shop.line.mend()
    await eventually(
      async () => {
        await job()
        return paid.paymentStatus()
      },
      (status) => status === "captured",
    )
    expect(await captures()).toBe(1)
  })
}

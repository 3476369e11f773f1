import { z } from "zod"
import catalystpayWatchRefunds from "../../../src/jobs/catalystpay-watch-refunds"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../../src/modules/catalystpay"
import { allProcessed, approvedOrder, paidOrder, type Paid } from "../support/collected"
import { eventually } from "../support/eventually"
import { APPROVED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import { openAgain, unpaidOrder } from "../support/unpaid-order"

const checked = z.object({ debit: z.looseObject({ state: z.string() }), changed: z.boolean() })
const link = z.object({ url: z.string().nullable() })
const userList = z.object({ users: z.array(z.looseObject({ id: z.string() })) })

/** What a merchant does to a debit from the dashboard. The shop has the option `paymentLink`. */
export function merchantActions(shop: Shop): void {
  const ledger = () => shop.container().resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const check = async (id: string) => checked.parse(await shop.admin.post(`/admin/catalystpay/debits/${id}/check`))
  const actor = async () => userList.parse(await shop.admin.get("/admin/users?fields=id")).users[0]?.id

  async function refund(paid: Paid, amount: number): Promise<string> {
    const { id } = await paid.payment()
    await shop.admin.post(`/admin/payments/${id}/refund`, { amount })
    const { refunds } = await paid.until(({ refunds }) => refunds.length === 1)
    return refunds[0]?.id ?? ""
  }

  describe("a debit that is checked now", () => {
    it("is captured though every webhook was lost, and a second look changes nothing and submits nothing", async () => {
      const { paid } = await approvedOrder(shop)
      const { id } = await paid.debit()
      shop.sandbox.clearCalls()
      expect(await check(id)).toMatchObject({ changed: true, debit: { state: "captured", order: { id: paid.orderId } } })
      expect(await paid.paymentStatus()).toBe("captured")
      expect(await check(id)).toMatchObject({ changed: false })
      expect(shop.gatewayCalls()).not.toContain("pay")
    })

    it("tells of a chargeback that nobody had reported", async () => {
      const paid = await paidOrder(shop)
      const { id } = await paid.debit()
      shop.sandbox.setWebhooks(null)
      shop.sandbox.chargeBack(paid.transaction, { reason_code: "MD06" })
      expect(await check(id)).toMatchObject({ changed: true, debit: { state: "charged_back", chargebacks: [{ amount: "20.71" }] } })
    })

    it("whose answer was lost is settled by what a GET tells, and is not submitted again", async () => {
      const shopper = shop.newShopper()
      await shopper.goToPayment()
      await shopper.giveBankAccount(APPROVED)
      shop.sandbox.faults.payDropsAnswerAfterAcceptance = true
      shop.sandbox.switches["pay-after-500"] = "in-progress"
      const endHurry = shop.hurry()
      const order = await shopper.placeOrder()
      endHurry()
      const { id } = await shop.database.debit(shopper.sessionId)
      expect(await check(String(id))).toMatchObject({ changed: false, debit: { state: "submitting", order: { id: order.id } } })

      shop.sandbox.setWebhooks(null)
      expect(shop.sandbox.finish()).toBe(1)
      shop.sandbox.clearCalls()
      expect(await check(String(id))).toMatchObject({ changed: true, debit: { status: "approved" } })
      expect(shop.gatewayCalls()).not.toContain("pay")
    })

    it("and that nobody has submitted has nothing to be asked after", async () => {
      const shopper = shop.newShopper()
      await shopper.goToPayment()
      await shopper.giveBankAccount(APPROVED)
      const debit = await shop.database.debit(shopper.sessionId)
      shop.sandbox.clearCalls()
      expect(await check(String(debit.id))).toMatchObject({ changed: false, debit: { state: "ready" } })
      expect(shop.gatewayCalls()).toEqual([])
    })

    it("says so when CatalystPay cannot be asked", async () => {
      const paid = await paidOrder(shop)
      const { id } = await paid.debit()
      await shop.line.cut()
      expect(await shop.admin.answer("POST", `/admin/catalystpay/debits/${id}/check`)).toMatchObject({
        status: 503,
        body: { code: "gateway_unavailable" },
      })
    })
  })

  describe("the mandate of a debit", () => {
    it("is shown as it was accepted, attempt by attempt, to the merchant alone", async () => {
      const paid = await paidOrder(shop)
      const { id } = await paid.debit()
      const path = `/admin/catalystpay/debits/${id}/mandate`
      const answer = await shop.admin.get(path)
      expect(answer).toMatchObject({
        mandate: {
          text: expect.stringContaining("DE98ZZZ09999999999") as unknown,
          text_hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
          reference: expect.stringMatching(/^MAND-/) as unknown,
          sequence_type: "FRST",
          holder_name: "Max Mustermann",
          masked_iban: "DE •••• 3000",
          attempt: 1,
          amount: "20.71",
          currency_code: "eur",
        },
      })
      expect(await shop.admin.get(`${path}?attempt=1`)).toEqual(answer)
      expect(await shop.admin.answer("GET", `${path}?attempt=2`)).toMatchObject({ status: 404, body: { code: "mandate_not_found" } })
      expect(await shop.admin.answer("GET", `${path}?attempt=0`)).toMatchObject({ status: 400 })
      expect((await shop.http.call("GET", path)).status).toBe(401)
      await shop.database.rows("update catalystpay_debit set forgotten_at = now() where id = ? returning id", [id])
      expect(await shop.admin.answer("GET", path)).toMatchObject({ status: 410, body: { code: "debit_forgotten" } })
    })
  })

  describe("the link to pay an order again", () => {
    it("is there while the order asks for money, and not while a debit of it is under way or when it is paid", async () => {
      const { shopper, orderId } = await unpaidOrder(shop)
      const debit = await shop.database.debit(shopper.sessionId)
      const ask = async () => link.parse(await shop.admin.get(`/admin/catalystpay/debits/${String(debit.id)}/payment-link`)).url
      expect(await ask()).toBe(`https://shop.example/de/order/${orderId}/pay?lang=en`)
      await openAgain(shopper, APPROVED)
      expect(await ask()).not.toBeNull()
      expect((await shopper.authorize()).status).toBe(200)
      await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
      expect(await ask()).toBeNull()
    })
  })

  describe("a refund that the merchant marks as paid out", () => {
    it("counts as paid by their word, closes its problem, and is not counted again when CatalystPay reports it", async () => {
      const paid = await paidOrder(shop)
      const id = await refund(paid, 5)
      await shop.database.rows("update catalystpay_refund set due_at = now() - interval '8 days' where id = ? returning id", [id])
      await catalystpayWatchRefunds(shop.container())
      expect((await paid.openProblems()).map(({ code }) => code)).toEqual(["refund_overdue"])

      const path = `/admin/catalystpay/refunds/${id}/mark-done`
      const by = await actor()
      const marked = await shop.admin.post(path, { note: "Bank transfer of 30 November" })
      expect(marked).toMatchObject({
        refund: {
          id,
          open_amount: "0.00",
          confirmed_amount: "5.00",
          merchant_amount: "5.00",
          marked_done: { by, note: "Bank transfer of 30 November" },
          order: { id: paid.orderId },
        },
      })
      expect(await shop.admin.post(path, { note: "again" })).toEqual(marked)
      expect(await paid.openProblems()).toEqual([])
      const debit = await paid.debit()
      expect(debit).toMatchObject({ state: "refunded", refund_due_amount: "0.00", refunded_amount: "5.00" })
      expect(debit.events.filter(({ type }) => type === "refund_confirmed")).toMatchObject([
        { source: "merchant", details: { amount: "5", by } },
      ])

      shop.sandbox.refund(paid.transaction, { amount: "5.00" })
      const told = await paid.until(({ refund_receipts }) => refund_receipts.length === 1)
      expect(told).toMatchObject({ refunded_amount: "5.00", refund_receipts: [{ unasked_amount: "0.00" }], refunds: [{ merchant_amount: "0.00" }] })
      await allProcessed(shop)
      expect((await paid.payment()).refunds).toHaveLength(1)
      expect(await shop.admin.get(`/admin/catalystpay/refunds?open=true`)).toMatchObject({ count: 0 })
      expect(await shop.admin.get(`/admin/catalystpay/refunds?account=default`)).toMatchObject({ refunds: [{ order: { id: paid.orderId } }] })
    })

    it("has to exist, and a note has its length", async () => {
      expect(await shop.admin.answer("POST", "/admin/catalystpay/refunds/cpref_none/mark-done", {})).toMatchObject({
        status: 404,
        body: { code: "refund_not_found" },
      })
      const tooLong = { note: "x".repeat(201) }
      expect(await shop.admin.answer("POST", "/admin/catalystpay/refunds/cpref_none/mark-done", tooLong)).toMatchObject({ status: 400 })
    })
  })

  describe("a problem that is put aside", () => {
    it("is closed with who did it, and stays so while it says the same", async () => {
      const found = { code: "event_unmatched", subject: "txn_loose", details: { event: "sdd_refund" } } as const
      const { id } = await ledger().problems.open(found)
      const path = `/admin/catalystpay/problems/${id}/dismiss`
      const dismissed = await shop.admin.post(path, { note: "Another shop's" })
      expect(dismissed).toMatchObject({
        problem: { id, closed_at: expect.any(String) as unknown, can_be_dismissed: false, dismissal: { by: await actor(), note: "Another shop's" } },
      })
      expect(await shop.admin.post(path)).toEqual(dismissed)
      expect((await ledger().problems.open(found)).closed_at).not.toBeNull()
      expect(await shop.admin.get("/admin/catalystpay/problems")).toMatchObject({ count: 0 })
      await ledger().problems.open({ ...found, details: { event: "sdd_sale" } })
      expect(await shop.admin.get("/admin/catalystpay/problems?code=event_unmatched")).toMatchObject({ count: 1 })
    })

    it("must not be one that closes by itself, and has to exist", async () => {
      const { id } = await ledger().problems.open({ code: "webhooks_silent", subject: "default", account: "default" })
      const put = (problem: string) => shop.admin.answer("POST", `/admin/catalystpay/problems/${problem}/dismiss`, {})
      expect(await put(id)).toMatchObject({ status: 409, body: { code: "problem_not_dismissible" } })
      expect(await put("cpprb_none")).toMatchObject({ status: 404, body: { code: "problem_not_found" } })
      expect(await shop.admin.get("/admin/catalystpay/problems?account=default")).toMatchObject({ problems: [{ id, can_be_dismissed: false }] })
    })
  })

  describe("the list as a file", () => {
    it("has a line for each debit that the filters leave, in their order", async () => {
      const paid = await paidOrder(shop)
      const other = await approvedOrder(shop)
      const answer = await shop.admin.answer("GET", "/admin/catalystpay/debits/export?state=captured&sort=created_at")
      const [header, line, ...rest] = String(answer.body).split("\r\n")
      expect(header?.split(",").slice(0, 4)).toEqual(["id", "created_at", "account", "state"])
      expect(line).toContain(`,${paid.orderId},`)
      expect(line).toContain(",DE •••• 3000,")
      expect(rest).toEqual([""])
      const all = await shop.admin.answer("GET", "/admin/catalystpay/debits/export?sort=created_at")
      expect([paid.orderId, other.paid.orderId].map((id) => String(all.body).includes(id))).toEqual([true, true])
      expect(await shop.admin.answer("GET", "/admin/catalystpay/debits/export?limit=1")).toMatchObject({ status: 400 })
    })
  })

  describe("the rate of chargebacks", () => {
    it("counts a debit that came back once, in the month in which it did", async () => {
      const paid = await paidOrder(shop)
      await paidOrder(shop)
      shop.sandbox.chargeBack(paid.transaction, { reason_code: "MD06" })
      await paid.until(({ state }) => state === "charged_back")
      const month = new Date().toISOString().slice(0, 7)
      expect(await shop.admin.get("/admin/catalystpay/chargebacks/rates?months=2")).toMatchObject({
        months: [
          { debits: 0, chargebacks: 0, rate: "0.0000", amount_by_currency: [] },
          { month, debits: 2, chargebacks: 1, rate: "0.5000", amount_by_currency: [{ currency_code: "eur", amount: "20.71" }] },
        ],
      })
      expect(await shop.admin.answer("GET", "/admin/catalystpay/chargebacks/rates?months=25")).toMatchObject({ status: 400 })
      expect(await shop.admin.get("/admin/catalystpay/chargebacks")).toMatchObject({
        chargebacks: [{ account: "default", order: { id: paid.orderId, display_id: expect.any(Number) as unknown } }],
      })
    })
  })
}

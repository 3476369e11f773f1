import catalystpayClean from "../../../src/jobs/catalystpay-clean"
import catalystpayHealOrders from "../../../src/jobs/catalystpay-heal-orders"
import catalystpayReconcile from "../../../src/jobs/catalystpay-reconcile"
import catalystpaySettleDebits from "../../../src/jobs/catalystpay-settle-debits"
import { answerOtherwise, Paid } from "../support/collected"
import { eventually } from "../support/eventually"
import { HostedPage } from "../support/hosted-page"
import { APPROVED, DECLINED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"
import { Stranding } from "../support/stranding"
import { goToPage, HOSTED, mustPayOnPage, outcomeUnknown } from "./hosted"

/** A page is paid where the store does not see it: in whichever way the shopper, a webhook or an answer gets lost. */
export function hostedTroubles(shop: Shop): void {
  const debitOf = (shopper: Shopper) => shop.database.debit(shopper.sessionId)
  const orders = () => shop.database.count("order")
  const problems = () => shop.database.rows("select code, closed_at from catalystpay_problem order by created_at")
  const captured = async (shopper: Shopper) =>
    eventually(() => debitOf(shopper), ({ status, captured_at }) => status === "approved" && captured_at !== null)

  /** CatalystPay's id of the attempt that completed the page. */
  function paymentOf(shopper: Shopper): string | undefined {
    const [session] = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
    return session?.transactions.find(({ status }) => status === "approved")?.id
  }

  /** Waits for the webhook's capture, too, so that it is not cut off with the test's database. */
  async function buy(shopper: Shopper): Promise<void> {
    const { id } = await shopper.placeOrder()
    await eventually(() => shopper.order(id), ({ payment_status }) => payment_status === "captured")
  }

  async function ageDebit(shopper: Shopper, interval: string): Promise<void> {
    const sql =
      `update catalystpay_debit set created_at = created_at - interval '${interval}', updated_at = updated_at - interval '${interval}', ` +
      `submitted_at = submitted_at - interval '${interval}', approved_at = approved_at - interval '${interval}' ` +
      "where payment_session_id = ? returning id"
    await shop.database.rows(sql, [shopper.sessionId])
  }

  describe("by a shopper who never comes back", () => {
    it("becomes an order by the webhook, which the gateway has to confirm", async () => {
      const { shopper, page } = await goToPage(shop)
      await page.pay(APPROVED)
      await captured(shopper)
      await eventually(() => shopper.cartIsOpen(), (isOpen) => !isOpen)
      expect(await orders()).toBe(1)
      expect(shop.gatewayCalls().filter((operation) => operation === "get")).not.toHaveLength(0)
      expect(await problems()).toEqual([])
    })

    it("is believed of no webhook that the gateway does not confirm", async () => {
      const { shopper } = await goToPage(shop)
      const { session_token, email } = await debitOf(shopper)
      const forged = { session_token: String(session_token), status: "COMPLETED", amount: "20.71", currency: "EUR", email: String(email) }
      expect((await shop.webhooks.send({ ...forged, order_number: "ORD-FORGED" })).status).toBe(200)
      await eventually(() => shop.database.deliveries(), (rows) => rows.some(({ outcome }) => outcome !== null))
      expect(await debitOf(shopper)).toMatchObject({ status: "opened", order_number: null })
      expect(await shopper.cartIsOpen()).toBe(true)
      expect(await shopper.complete()).toMatchObject(mustPayOnPage)
    })

    it.each([["200" as const], ["410" as const]])(
      "becomes an order by the reconciliation alone, where a GET of what is over answers %s",
      async (answer) => {
        answerOtherwise(shop, "get-terminal", answer)
        shop.sandbox.holdWebhooks()
        const { shopper, page } = await goToPage(shop)
        await page.pay(DECLINED)
        await page.pay(APPROVED)
        await catalystpayReconcile(shop.container())
        await captured(shopper)
        expect(await debitOf(shopper)).toMatchObject({ transaction_id: paymentOf(shopper), iban_last4: "3000" })
        expect(await shopper.cartIsOpen()).toBe(false)
        await catalystpayReconcile(shop.container())
        await shop.sandbox.releaseWebhooks({ order: "shuffled" })
        await eventually(
          () => shop.database.deliveries(),
          (rows) => rows.length > 0 && rows.every(({ status }) => status === "processed" || status === "ignored"),
        )
        expect(await orders()).toBe(1)
        expect(await shop.database.count("capture")).toBe(1)
        expect(await debitOf(shopper)).toMatchObject({ status: "approved", transaction_id: paymentOf(shopper) })
        expect(await problems()).toEqual([])
      },
    )

    it("is found before the session of an abandoned cart would be cancelled", async () => {
      shop.sandbox.holdWebhooks()
      const { shopper, page } = await goToPage(shop)
      await page.pay(APPROVED)
      await ageDebit(shopper, "3 days")
      await shop.database.rows("update cart set updated_at = now() - interval '3 days' where id = ? returning id", [shopper.cartId])
      await catalystpayClean(shop.container())
      expect(await debitOf(shopper)).toMatchObject({ status: "approved", origin: "store" })
      await ageDebit(shopper, "10 minutes")
      await catalystpayHealOrders(shop.container())
      expect(await shopper.cartIsOpen()).toBe(false)
      expect(await orders()).toBe(1)
    })
  })

  describe("and completed by the store before it could see that", () => {
    it("is captured once the records say so, and named by them", async () => {
      shop.sandbox.holdWebhooks()
      const { shopper, page } = await goToPage(shop)
      await page.pay(DECLINED)
      await page.pay(APPROVED)
      const { id } = await shopper.placeOrder()
      expect(await debitOf(shopper)).toMatchObject({ status: "approved", transaction_id: null, captured_at: null })
      await catalystpayReconcile(shop.container())
      expect(await debitOf(shopper)).toMatchObject({ transaction_id: paymentOf(shopper) })
      expect((await shopper.order(id)).payment_status).toBe("captured")
    })

    it.each([["alone", false], ["beside an account that was declined before", true]])(
      "and came back since, %s, is told as what it is",
      async (_what, declinedBefore) => {
        shop.sandbox.holdWebhooks()
        const { shopper, page } = await goToPage(shop)
        await (declinedBefore ? page.pay(DECLINED) : undefined)
        await page.pay(APPROVED)
        const { id } = await shopper.placeOrder()
        const payment = paymentOf(shopper) ?? ""
        shop.sandbox.bounce(payment, "AM04")
        await catalystpayReconcile(shop.container())
        expect(await debitOf(shopper)).toMatchObject({ status: "failed", transaction_id: payment })
        expect((await shopper.order(id)).payment_status).not.toBe("captured")
        expect(await problems()).toMatchObject([{ code: "order_without_debit", closed_at: null }])
      },
    )

    it("can be charged back although no webhook had named it", async () => {
      shop.sandbox.holdWebhooks()
      const { shopper, page } = await goToPage(shop)
      await page.pay(APPROVED)
      const { id } = await shopper.placeOrder()
      const paid = new Paid(shop, shopper, id)
      shop.sandbox.chargeBack(paid.transaction, { reason_code: "MD06" })
      await catalystpayReconcile(shop.container())
      expect(await paid.debit()).toMatchObject({ state: "charged_back", charged_back_amount: "20.71" })
    })
  })

  describe("while the gateway cannot say so", () => {
    it("is unknown, never failed: nothing is ordered, changed or opened anew until it says", async () => {
      const { shopper, page } = await goToPage(shop)
      shop.sandbox.holdWebhooks()
      await page.pay(APPROVED)
      await shop.line.cut()
      expect(await shopper.complete()).toMatchObject(outcomeUnknown)
      expect(await shopper.session()).toMatchObject({ status: "pending", data: { status: "submitting", error: null } })
      expect(await shopper.addItem()).toMatchObject({ status: 409, body: { code: "payment_in_progress" } })
      expect(await shopper.openSession(undefined, HOSTED)).toMatchObject({ status: 409, body: { code: "payment_in_progress" } })
      await shop.line.mend()
      await shopper.placeOrder()
      expect(shop.gatewayCalls().filter((operation) => operation === "create")).toHaveLength(1)
    }, 120_000)

    it("is asked after by the job, and becomes an order without the shopper", async () => {
      const { shopper, page } = await goToPage(shop)
      shop.sandbox.holdWebhooks()
      await page.pay(APPROVED)
      await shop.line.cut()
      expect(await shopper.complete()).toMatchObject(outcomeUnknown)
      await shop.line.mend()
      await ageDebit(shopper, "10 minutes")
      await catalystpaySettleDebits(shop.container())
      expect(await debitOf(shopper)).toMatchObject({ status: "approved" })
      await ageDebit(shopper, "10 minutes")
      await catalystpayHealOrders(shop.container())
      expect(await shopper.cartIsOpen()).toBe(false)
    }, 120_000)

    it("was not paid after all, and can be, on the same page", async () => {
      const { shopper, page } = await goToPage(shop)
      await shop.line.cut()
      expect(await shopper.complete()).toMatchObject(outcomeUnknown)
      await shop.line.mend()
      expect(await shopper.complete()).toMatchObject(mustPayOnPage)
      expect(await debitOf(shopper)).toMatchObject({ status: "opened", submitted_at: null })
      await page.pay(APPROVED)
      await buy(shopper)
    }, 120_000)

    it("is read from its records where the session that is over says no more than that", async () => {
      answerOtherwise(shop, "get-terminal", "410")
      shop.sandbox.holdWebhooks()
      const { shopper, page } = await goToPage(shop)
      await page.pay(APPROVED)
      await shopper.placeOrder()
      const other = await goToPage(shop)
      await other.page.pay(DECLINED)
      await other.page.pay(DECLINED)
      expect(await other.shopper.complete()).toMatchObject(outcomeUnknown)
      expect(await other.shopper.addItem()).toMatchObject({ status: 409, body: { code: "payment_in_progress" } })
    })
  })

  describe("under a cart that changes", () => {
    it("keeps the cart as it was paid", async () => {
      const { shopper, page } = await goToPage(shop)
      shop.sandbox.holdWebhooks()
      await page.pay(APPROVED)
      expect(await shopper.addItem()).toMatchObject({ status: 409, body: { code: "payment_in_progress" } })
      expect(await debitOf(shopper)).toMatchObject({ status: "approved" })
      const order = await shopper.placeOrder()
      expect(order.total).toBeCloseTo(20.71)
    })

    it("is replaced by one of the new total, which the old page cannot pay any more", async () => {
      const { shopper, page } = await goToPage(shop)
      expect((await shopper.addItem()).status).toBe(200)
      expect((await shopper.openSession(undefined, HOSTED)).status).toBe(200)
      await page.pay(APPROVED)
      expect(await shopper.complete()).toMatchObject(mustPayOnPage)
      await (await HostedPage.of(shopper)).pay(APPROVED)
      await buy(shopper)
      const paid = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
      expect(paid).toMatchObject([{ status: "EXPIRED", attempts: 0 }, { status: "COMPLETED", attempts: 1 }])
    })
  })

  describe("by a store that dies while it places the order", () => {
    it("pays for the order that was left behind", async () => {
      const { shopper, page } = await goToPage(shop)
      shop.sandbox.holdWebhooks()
      await page.pay(APPROVED)
      const orderId = await new Stranding(shop, HOSTED).beforeProviderIsAsked(shopper)
      expect(await debitOf(shopper)).toMatchObject({ status: "opened" })
      const order = await shopper.placeOrder()
      expect(order.id).toBe(orderId)
      expect(await debitOf(shopper)).toMatchObject({ status: "approved" })
      expect((await shopper.order(orderId)).payment_collections[0]?.payments).toHaveLength(1)
    })

    it("is told of as an order without a debit where nobody has paid, until somebody does", async () => {
      const { shopper, page } = await goToPage(shop)
      const orderId = await new Stranding(shop, HOSTED).beforeProviderIsAsked(shopper)
      await new Stranding(shop, HOSTED).age(shopper)
      await catalystpayHealOrders(shop.container())
      expect(await problems()).toMatchObject([{ code: "order_without_debit", closed_at: null }])
      await page.pay(APPROVED)
      await captured(shopper)
      expect((await shopper.order(orderId)).payment_status).toBe("captured")
      const [problem] = await eventually(problems, ([found]) => found?.closed_at !== null)
      expect(problem?.code).toBe("order_without_debit")
    })
  })

  it("cannot be paid any more once its order is cancelled", async () => {
    const { shopper, page } = await goToPage(shop)
    const orderId = await new Stranding(shop, HOSTED).beforeProviderIsAsked(shopper)
    await shop.admin.post(`/admin/orders/${orderId}/cancel`, {})
    await eventually(() => debitOf(shopper), ({ status }) => status === "cancelled")
    await page.pay(APPROVED)
    expect(shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)).toMatchObject([{ status: "EXPIRED", attempts: 0 }])
  })

  it("is told to the merchant where something else had paid for the order meanwhile", async () => {
    const { shopper, page } = await goToPage(shop)
    shop.sandbox.holdWebhooks()
    const first = shopper.sessionId
    await page.pay(APPROVED)
    // As where the session could not be cancelled, nor its page be looked at, when the shopper chose the other way to pay.
    const sql = "update payment_session set provider_id = 'pp_system_default' where id = ? returning id"
    await shop.database.rows(sql, [first])
    await shop.database.rows("update catalystpay_debit set payment_session_id = 'payses_deleted' where payment_session_id = ? returning id", [first])
    expect((await shopper.complete()).body).toMatchObject({ type: "order" })
    await shop.sandbox.releaseWebhooks()
    await eventually(problems, (found) => found.length > 0)
    expect(await problems()).toMatchObject([{ code: "debit_without_order", closed_at: null }])
  })

  it("pays an order again whose debit came back", async () => {
    shop.sandbox.holdWebhooks()
    const { shopper, page } = await goToPage(shop)
    await page.pay(APPROVED)
    const { id } = await shopper.placeOrder()
    shop.sandbox.bounce(new Paid(shop, shopper, id).transaction, "AM04")
    await catalystpayReconcile(shop.container())
    expect(await debitOf(shopper)).toMatchObject({ status: "failed" })
    expect((await shopper.openSession(undefined, HOSTED)).status).toBe(200)
    const [session] = (await shopper.order(id)).payment_collections[0]?.payment_sessions ?? []
    expect(await shopper.authorize()).toMatchObject({ status: 200, body: { payment_session: { data: { status: "opened" } } } })
    await new HostedPage(String(session?.data.payment_url)).pay(APPROVED)
    expect(await shopper.authorize()).toMatchObject({
      status: 200,
      body: { order_id: id, payment_session: { data: { status: "approved", collect: "hosted" } } },
    })
    await shop.sandbox.releaseWebhooks()
    await eventually(() => shopper.order(id), ({ payment_status }) => payment_status === "captured")
  })
}

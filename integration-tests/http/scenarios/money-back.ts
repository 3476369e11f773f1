import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../../src/modules/catalystpay"
import watchRefunds from "../../../src/jobs/catalystpay-watch-refunds"
import { allProcessed, answerOtherwise, approvedOrder, paidOrder, type Paid } from "../support/collected"
import { whileDyingAt } from "../support/dying"
import { eventually } from "../support/eventually"
import type { Shop } from "../support/shop-suite"

/** A shop that books chargebacks nowhere and notes refunds as due. */
export function moneyBack(shop: Shop): void {
  const ledger = () => shop.container().resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)

  async function refund(paid: Paid, amount: number): Promise<void> {
    const { id } = await paid.payment()
    await shop.admin.post(`/admin/payments/${id}/refund`, { amount })
  }

  describe("a debit that bounces", () => {
    it("before it was captured has failed, and a confirmation that comes late captures nothing", async () => {
      const { paid, webhooks } = await approvedOrder(shop)
      shop.sandbox.bounce(paid.transaction, "AM04")
      const debit = await paid.until(({ status }) => status === "failed")
      expect(debit).toMatchObject({
        state: "failed",
        captured_amount: "0.00",
        returned_at: expect.any(String) as unknown,
        decline: { code: "insufficient_funds", gateway_code: "AM04", retry_allowed: false },
        chargebacks: [],
      })
      for (const { body, event, signature } of webhooks) {
        await shop.webhooks.sendBytes(body, { event, signature })
      }
      await allProcessed(shop)
      expect(await shop.database.count("capture")).toBe(0)
      expect(await paid.told("returned")).toBe(1)
    })

    it("after it was captured counts as a chargeback, once however often it is told", async () => {
      const paid = await paidOrder(shop)
      shop.sandbox.bounce(paid.transaction, "AC04")
      await paid.until(({ state }) => state === "charged_back")
      await shop.sandbox.resend({ event: "transaction.status_changed", times: 10 })
      await allProcessed(shop)
      expect(await paid.debit()).toMatchObject({
        status: "approved",
        charged_back_amount: "20.71",
        chargebacks: [{ kind: "return", amount: "20.71", reason: { code: "AC04", another_attempt: "other_account" } }],
      })
      expect(await paid.told("returned")).toBe(1)
      expect(await paid.paymentStatus()).toBe("captured")
    })
  })

  describe("a chargeback", () => {
    it.each([
      ["as documented", "chargeback.created", "catalystpay"],
      ["by an import, with the processor's id", "chargeback.imported", "processor"],
    ] as const)("is recorded %s, with the reason and what to do about it", async (_how, event, ids) => {
      answerOtherwise(shop, "chargeback-event", event)
      answerOtherwise(shop, "chargeback-transaction", ids)
      const paid = await paidOrder(shop)
      shop.sandbox.chargeBack(paid.transaction, { reason_code: "MD06" })
      await paid.until(({ charged_back_amount }) => charged_back_amount === "20.71")
      await shop.sandbox.resend({ event, times: 10 })
      await allProcessed(shop)
      const listed = await shop.admin.get(`/admin/catalystpay/chargebacks?order_id=${paid.orderId}`)
      expect(listed).toMatchObject({
        count: 1,
        chargebacks: [
          {
            kind: "chargeback",
            amount: "20.71",
            currency_code: "eur",
            bank_fee: "25.00",
            reason: {
              code: "MD06",
              meaning: "The debtor asked the bank for the money back.",
              another_attempt: "never",
            },
            booked_at: null,
          },
        ],
      })
      expect(await paid.debit()).toMatchObject({ state: "charged_back", status: "approved" })
      expect(await paid.told("charged_back")).toBe(1)
      expect((await paid.payment()).refunds).toEqual([])
    })

    it("before the capture leaves nothing to capture", async () => {
      const { paid, webhooks } = await approvedOrder(shop)
      shop.sandbox.chargeBack(paid.transaction, { reason_code: "MD01" })
      await paid.until(({ charged_back_amount }) => charged_back_amount === "20.71")
      for (const { body, event, signature } of webhooks) {
        await shop.webhooks.sendBytes(body, { event, signature })
      }
      await allProcessed(shop)
      expect(await shop.database.count("capture")).toBe(0)
      const { id } = await paid.payment()
      await expect(shop.admin.post(`/admin/payments/${id}/capture`)).rejects.toThrow("400")
      expect(await paid.debit()).toMatchObject({ captured_amount: "0.00", state: "charged_back" })
    })

    it("after a refund is a problem, for the money left twice", async () => {
      const paid = await paidOrder(shop)
      await refund(paid, 5)
      shop.sandbox.chargeBack(paid.transaction, { reason_code: "MD06" })
      await paid.until(({ charged_back_amount }) => charged_back_amount === "20.71")
      await eventually(
        () => paid.openProblems(),
        (open) => open.some(({ code }) => code === "chargeback_after_refund"),
      )
      expect(await paid.openProblems()).toEqual([
        { code: "chargeback_after_refund", details: { amount: "5", currency: "EUR" } },
      ])
    })

    it("leaves nothing to refund, and says so", async () => {
      const paid = await paidOrder(shop)
      shop.sandbox.chargeBack(paid.transaction, { reason_code: "MD06" })
      await paid.until(({ charged_back_amount }) => charged_back_amount === "20.71")
      await expect(refund(paid, 5)).rejects.toThrow("400")
      expect(await paid.debit()).toMatchObject({ refund_due_amount: "0.00", refunds: [] })
      expect((await paid.payment()).refunds).toEqual([])
    })
  })

  describe("a refund", () => {
    it("of the whole, unrounded amount is due, and confirmed by what CatalystPay reports", async () => {
      const paid = await paidOrder(shop)
      await refund(paid, 20.706)
      const due = await paid.debit()
      expect(due).toMatchObject({
        state: "refund_due",
        refund_due_amount: "20.71",
        refunds: [{ amount: "20.71", open_amount: "20.71", inside_chargeback_window: true, confirmed_at: null }],
      })
      const open = await shop.admin.get(`/admin/catalystpay/refunds?order_id=${paid.orderId}&open=true`)
      expect(open).toMatchObject({ count: 1, refunds: [{ id: due.refunds[0]?.id }] })
      shop.sandbox.refund(paid.transaction)
      await paid.until(({ state }) => state === "refunded")
      await shop.sandbox.resend({ event: "transaction.created", times: 10 })
      await allProcessed(shop)
      expect(await paid.debit()).toMatchObject({
        refund_due_amount: "0.00",
        refunded_amount: "20.71",
        refunds: [{ open_amount: "0.00", confirmed_at: expect.any(String) as unknown }],
        refund_receipts: [{ amount: "20.71", unasked_amount: "0.00" }],
      })
      expect((await paid.payment()).refunds).toHaveLength(1)
      expect(await shop.admin.get("/admin/catalystpay/refunds?open=true")).toMatchObject({ count: 0 })
      expect(await shop.admin.get(`/admin/catalystpay/refunds?debit_id=${due.id}`)).toMatchObject({ count: 1 })
    })

    it.each([
      ["transaction.created", "null"],
      ["transaction.imported", "original"],
      ["transaction.imported", "null"],
    ] as const)("in parts is matched when %s tells of it with the reference %s", async (event, reference) => {
      answerOtherwise(shop, "refund-event", event)
      answerOtherwise(shop, "refund-reference", reference)
      const paid = await paidOrder(shop)
      await refund(paid, 12)
      await refund(paid, 5.5)
      expect(await paid.debit()).toMatchObject({ refund_due_amount: "17.50" })
      shop.sandbox.refund(paid.transaction, { amount: "5.50" })
      await paid.until(({ refund_due_amount }) => refund_due_amount === "12.00")
      shop.sandbox.refund(paid.transaction, { amount: "4.00" })
      shop.sandbox.refund(paid.transaction, { amount: "8.00" })
      const paidOut = await paid.until(({ refund_due_amount }) => refund_due_amount === "0.00")
      expect(paidOut).toMatchObject({ state: "refunded", refunded_amount: "17.50" })
      expect((await paid.payment()).refunds).toHaveLength(2)
    })

    it("is matched by amount, account and e-mail when its webhook names no debit", async () => {
      answerOtherwise(shop, "refund-reference", "null")
      const [one, other] = [await paidOrder(shop), await paidOrder(shop)]
      shop.sandbox.setMapping("transaction.created", {
        transaction_id: "transaction.id",
        type: "transaction.type",
        status: "transaction.status",
      })
      try {
        await refund(one, 5)
        shop.sandbox.refund(one.transaction, { amount: "5.00" })
        await one.until(({ refunded_amount }) => refunded_amount === "5.00")
        expect(await other.debit()).toMatchObject({ refunded_amount: "0.00" })
      } finally {
        shop.sandbox.setMapping("transaction.created", null)
      }
    })

    it("that nobody had asked for in Medusa is booked there once, and owed by nobody", async () => {
      const paid = await paidOrder(shop)
      shop.sandbox.refund(paid.transaction, { amount: "7.00" })
      await eventually(
        () => paid.payment(),
        ({ refunds }) => refunds.length > 0,
      )
      await shop.sandbox.resend({ event: "transaction.created", times: 10 })
      await allProcessed(shop)
      const { refunds } = await paid.payment()
      expect(refunds).toMatchObject([{ amount: 7, note: expect.stringMatching(/^Refunded at CatalystPay \[cprec_/) as unknown }])
      expect(await paid.debit()).toMatchObject({
        refund_due_amount: "0.00",
        refunded_amount: "7.00",
        refunds: [],
        refund_receipts: [{ unasked_amount: "7.00", booked_at: expect.any(String) as unknown }],
      })
      const booked = await shop.database.rows("select amount from order_transaction where reference = 'refund'")
      expect(booked.map(({ amount }) => Number(amount))).toEqual([-7])
    })

    it("that is booked in Medusa by a process that dies then is not booked again", async () => {
      const paid = await paidOrder(shop)
      const died = await whileDyingAt(ledger(), "after_money_back_was_booked", 1, async () => {
        shop.sandbox.refund(paid.transaction, { amount: "7.00" })
        await paid.until(({ refund_receipts }) => refund_receipts.some(({ booked_at }) => booked_at !== null))
      })
      await allProcessed(shop)
      expect(died).toBe(1)
      expect((await paid.payment()).refunds).toHaveLength(1)
    })

    it("that Medusa gives up, because the provider failed, is owed by nobody and can be asked for again", async () => {
      const paid = await paidOrder(shop)
      const died = await whileDyingAt(ledger(), "after_refund_was_recorded", 1, async () => {
        await expect(refund(paid, 20.706)).rejects.toThrow("500")
      })
      expect(died).toBe(1)
      expect(await paid.debit()).toMatchObject({ refund_due_amount: "0.00", refunds: [] })
      await refund(paid, 20.706)
      expect(await paid.debit()).toMatchObject({ refund_due_amount: "20.71" })
    })

    it("that Medusa gave up without telling is taken back by the job", async () => {
      const paid = await paidOrder(shop)
      const { id } = await paid.debit()
      const debit = await ledger().findById(id)
      if (!debit) {
        throw new Error("The ledger has no such debit.")
      }
      await ledger().givenBack.recordRefundDue(debit, { medusa_refund_id: "ref_gone", amount: "20.71" })
      expect(await paid.debit()).toMatchObject({ refund_due_amount: "20.71" })
      await watchRefunds(shop.container())
      expect(await paid.debit()).toMatchObject({ refund_due_amount: "0.00", refunds: [] })
    })

    it("asked for twice at the same moment is owed as often as Medusa booked it", async () => {
      const paid = await paidOrder(shop)
      await Promise.allSettled([refund(paid, 15), refund(paid, 15)])
      const { refunds } = await paid.payment()
      expect(refunds).toHaveLength(1)
      expect(await paid.debit()).toMatchObject({ refund_due_amount: "15.00" })
    })
  })

  describe("an order that is cancelled after its debit was collected", () => {
    it("owes the refund until CatalystPay reports it as paid", async () => {
      const paid = await paidOrder(shop)
      await shop.admin.post(`/admin/orders/${paid.orderId}/cancel`)
      expect(await paid.debit()).toMatchObject({ state: "refund_due", refund_due_amount: "20.71", orphaned_at: null })
      shop.sandbox.refund(paid.transaction)
      await paid.until(({ state }) => state === "refunded")
      await allProcessed(shop)
      expect(await paid.debit()).toMatchObject({ refund_due_amount: "0.00", refunded_amount: "20.71", orphaned_at: null })
      expect((await paid.payment()).refunds).toHaveLength(1)
      expect(await paid.openProblems()).toEqual([])
    })
  })

  describe("a webhook about money that goes back", () => {
    it("is kept for later while the API does not confirm it", async () => {
      const paid = await paidOrder(shop)
      const [session] = shop.sandbox.sessions().filter(({ lead }) => lead.email === paid.shopper.email)
      const payload = { session_token: session?.session_token ?? "", amount: "20.71", reason_code: "MD06" }
      await shop.webhooks.send(payload, { event: "chargeback.created" })
      const rows = await eventually(
        () => shop.database.deliveries(),
        (found) => found.some(({ event_name, outcome }) => event_name === "chargeback.created" && outcome !== null),
      )
      expect(rows.find(({ event_name }) => event_name === "chargeback.created")).toMatchObject({
        status: "received",
        outcome: "The reconciliation API does not confirm it yet.",
      })
      expect(await paid.debit()).toMatchObject({ charged_back_amount: "0.00", chargebacks: [] })
    })

    it("from another environment is recorded and explained, and not applied", async () => {
      const paid = await paidOrder(shop)
      const [session] = shop.sandbox.sessions().filter(({ lead }) => lead.email === paid.shopper.email)
      shop.sandbox.clearCalls()
      const payload = { session_token: session?.session_token ?? "", amount: "20.71", livemode: true }
      await shop.webhooks.send(payload, { event: "chargeback.created" })
      await allProcessed(shop)
      expect((await shop.database.deliveries()).at(-1)).toMatchObject({
        outcome: "It is of the live environment, the debit of the test environment; recorded, not applied.",
      })
      expect(shop.gatewayCalls()).toEqual([])
      expect(await paid.told("livemode_mismatch")).toBe(1)
    })
  })

  describe("a request for what went back", () => {
    it("that makes no sense is answered with 400, and without a log-in with 401", async () => {
      for (const path of ["chargebacks", "refunds"]) {
        const url = `/admin/catalystpay/${path}`
        expect(await shop.http.call("GET", url)).toMatchObject({ status: 401 })
        await expect(shop.admin.get(`${url}?colour=red`)).rejects.toThrow("400")
        await expect(shop.admin.get(`${url}?limit=0`)).rejects.toThrow("400")
        expect(await shop.admin.get(`${url}?order_id=order_unknown`)).toMatchObject({ [path]: [], count: 0 })
      }
      await expect(shop.admin.get("/admin/catalystpay/refunds?open=maybe")).rejects.toThrow("400")
    })
  })
}

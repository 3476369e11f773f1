import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../../src/modules/catalystpay"
import { allProcessed, paidOrder, type Paid } from "../support/collected"
import { whileDyingAt } from "../support/dying"
import { eventually } from "../support/eventually"
import type { Shop } from "../support/shop-suite"

/** A shop that books chargebacks as refunds and refuses refunds of its own. */
export function moneyBooked(shop: Shop): void {
  const ledger = () => shop.container().resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)

  async function booked(paid: Paid, count: number) {
    await paid.until(({ chargebacks }) => chargebacks.filter(({ booked_at }) => booked_at !== null).length === count)
    await allProcessed(shop)
    return (await paid.payment()).refunds
  }

  it("books a chargeback as a refund that moves no money, once however often it is told", async () => {
    const paid = await paidOrder(shop)
    shop.sandbox.chargeBack(paid.transaction, { reason_code: "MD06" })
    await booked(paid, 1)
    await shop.sandbox.resend({ event: "chargeback.created", times: 10 })
    const refunds = await booked(paid, 1)
    expect(refunds).toMatchObject([
      { amount: 20.706, note: expect.stringMatching(/^Charged back by the debtor \(MD06\) \[cpcb_/) as unknown },
    ])
    expect(await paid.debit()).toMatchObject({
      state: "charged_back",
      refund_due_amount: "0.00",
      refunded_amount: "0.00",
      refunds: [],
    })
    expect(await paid.paymentStatus()).toBe("refunded")
    expect(await paid.openProblems()).toEqual([])
  })

  it("books a debit that bounced after its capture in the same way", async () => {
    const paid = await paidOrder(shop)
    shop.sandbox.bounce(paid.transaction, "AM04")
    expect(await booked(paid, 1)).toMatchObject([
      { amount: 20.706, note: expect.stringMatching(/^Returned by the debtor's bank \(AM04\)/) as unknown },
    ])
  })

  it("books each of several partial chargebacks", async () => {
    const paid = await paidOrder(shop)
    shop.sandbox.chargeBack(paid.transaction, { reason_code: "MD06", amount: "5.00" })
    shop.sandbox.chargeBack(paid.transaction, { reason_code: "MD06" })
    const refunds = await booked(paid, 2)
    expect(refunds).toHaveLength(2)
    // Their order is CatalystPay's; the last takes Medusa's rounding.
    expect(refunds.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(20.706, 6)
  })

  it("books it once when the process dies between Medusa's refund and the ledger", async () => {
    const paid = await paidOrder(shop)
    const died = await whileDyingAt(ledger(), "after_money_back_was_booked", 1, async () => {
      shop.sandbox.chargeBack(paid.transaction, { reason_code: "MD06" })
      expect(await booked(paid, 1)).toHaveLength(1)
    })
    expect(died).toBe(1)
  })

  it("books no more than is captured and not refunded", async () => {
    const paid = await paidOrder(shop)
    shop.sandbox.refund(paid.transaction, { amount: "7.00" })
    await eventually(
      () => paid.payment(),
      ({ refunds }) => refunds.length === 1,
    )
    shop.sandbox.chargeBack(paid.transaction, { reason_code: "MD06" })
    const refunds = await booked(paid, 1)
    expect(refunds.map(({ amount }) => amount).sort()).toEqual([13.706, 7])
  })

  it("refuses a refund with a sentence, and a note that was copied from a booking changes nothing", async () => {
    const paid = await paidOrder(shop)
    const { id } = await paid.payment()
    const copied = { amount: 5, note: "Charged back by the debtor [cpcb_01ABC]" }
    await expect(shop.admin.post(`/admin/payments/${id}/refund`, copied)).rejects.toThrow("400")
    expect((await paid.payment()).refunds).toEqual([])
    expect(await paid.debit()).toMatchObject({ refund_due_amount: "0.00", refunds: [] })
  })

  it("does not pretend that a cancelled order gave its money back, until it did", async () => {
    const paid = await paidOrder(shop)
    await shop.admin.post(`/admin/orders/${paid.orderId}/cancel`)
    await eventually(
      () => paid.openProblems(),
      (open) => open.length > 0,
    )
    expect(await paid.openProblems()).toEqual([
      { code: "canceled_order_keeps_money", details: { amount: "20.71", currency: "EUR" } },
    ])
    shop.sandbox.refund(paid.transaction)
    await eventually(
      () => paid.openProblems(),
      (open) => open.length === 0,
    )
    await allProcessed(shop)
    expect(await paid.debit()).toMatchObject({ refunded_amount: "20.71", state: "refunded" })
  })
}

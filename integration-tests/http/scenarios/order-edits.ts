import catalystpaySettleDebits from "../../../src/jobs/catalystpay-settle-debits"
import { eventually } from "../support/eventually"
import { APPROVED } from "../support/ibans"
import { editQuantity } from "../support/order-edits"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"
import { openAgain } from "../support/unpaid-order"

/** The merchant changes an order while the debit that pays for it is under way. */
export function orderEdits(shop: Shop): void {
  const problems = () =>
    shop.database.rows("select code, order_id, details, closed_at from catalystpay_problem order by created_at")
  const sessionOf = (shopper: Shopper) => shop.sandbox.sessions().find(({ lead }) => lead.email === shopper.email)

  async function readyShopper(): Promise<Shopper> {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    expect((await shopper.giveBankAccount(APPROVED)).status).toBe(200)
    return shopper
  }

  const untilCaptured = (shopper: Shopper) =>
    eventually(() => shop.database.debit(shopper.sessionId), ({ captured_at }) => captured_at !== null)

  async function expectOneWholeDebit(shopper: Shopper): Promise<void> {
    expect(await shop.database.rows("select amount from capture")).toEqual([{ amount: "20.706" }])
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ amount: "20.71", captured_amount: "20.71" })
    expect(sessionOf(shopper)).toMatchObject({ status: "COMPLETED", amount: "20.71", attempts: 1 })
    expect(await shop.database.count("catalystpay_debit")).toBe(1)
  }

  it("is booked with the debit's own amount when it grew before the capture, and is a problem until the two agree", async () => {
    const shopper = await readyShopper()
    shop.sandbox.holdWebhooks()
    const { id } = await shopper.placeOrder()
    await editQuantity(shop, id, 2)
    const [problem] = await eventually(problems, (found) => found.length > 0)
    expect(problem).toMatchObject({
      code: "amount_mismatch",
      order_id: id,
      closed_at: null,
      details: { found: "35.58 EUR", expected: "20.71 EUR" },
    })
    await shop.sandbox.releaseWebhooks()
    await untilCaptured(shopper)
    await eventually(() => shop.database.count("capture"), (count) => count === 1)
    await expectOneWholeDebit(shopper)
    await editQuantity(shop, id, 1)
    await eventually(problems, ([found]) => !!found?.closed_at)
    expect(await problems()).toHaveLength(1)
    await expectOneWholeDebit(shopper)
  })

  it("is not collected twice by the collection that Medusa makes for the whole new total", async () => {
    const shopper = await readyShopper()
    shop.sandbox.holdWebhooks()
    const { id } = await shopper.placeOrder()
    await editQuantity(shop, id, 2)
    await eventually(problems, (found) => found.length > 0)
    const asked = await shop.database.one(
      "select id from payment_collection where status = 'not_paid' and deleted_at is null order by created_at desc",
    )
    shopper.collectionId = String(asked.id)
    await openAgain(shopper, APPROVED)
    expect(await shopper.authorize()).toMatchObject({ status: 409, body: { code: "order_not_payable" } })
    expect(shop.gatewayCalls().filter((operation) => operation === "pay")).toHaveLength(1)
  })

  it("keeps its debit when it grows while the gateway is at it, and is a problem once the debit was collected", async () => {
    const shopper = await readyShopper()
    shop.sandbox.faults.payDropsAnswerAfterAcceptance = true
    shop.sandbox.switches["pay-after-500"] = "in-progress"
    shop.hurry()
    const { id, payment_status } = await shopper.placeOrder()
    expect(payment_status).toBe("awaiting")
    await editQuantity(shop, id, 2)
    shop.sandbox.faults.payDropsAnswerAfterAcceptance = false
    expect(shop.sandbox.finish()).toBe(1)
    await shop.database.rows("update catalystpay_debit set submitted_at = submitted_at - interval '1 minute' returning id")
    await catalystpaySettleDebits(shop.container())
    await untilCaptured(shopper)
    await eventually(() => shop.database.count("capture"), (count) => count === 1)
    expect(await eventually(problems, (found) => found.length > 0)).toMatchObject([
      { code: "amount_mismatch", order_id: id, closed_at: null, details: { found: "35.58 EUR", expected: "20.71 EUR" } },
    ])
    await expectOneWholeDebit(shopper)
    await editQuantity(shop, id, 1)
    await eventually(problems, ([found]) => !!found?.closed_at)
  })
}

import { z } from "zod"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../../src/modules/catalystpay"
import { agreeWithLedger } from "../../../src/workflows"
import { eventually } from "../support/eventually"
import { APPROVED, AWAITING, DECLINED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import { openAgain, unpaidOrder } from "../support/unpaid-order"

const created = z.object({ payment_collection: z.object({ id: z.string() }) })

export function payingAgain(shop: Shop): void {
  const payCalls = () => shop.gatewayCalls().filter((operation) => operation === "pay").length
  const problems = () => shop.database.rows("select code, closed_at from catalystpay_problem order by created_at")

  it("pays the order by a new session on its collection, and ends its problem", async () => {
    const { shopper, orderId } = await unpaidOrder(shop)
    expect(await problems()).toMatchObject([{ code: "order_without_debit", closed_at: null }])
    await openAgain(shopper, APPROVED)
    expect(await shopper.authorize()).toMatchObject({
      status: 200,
      body: { order_id: orderId, payment_session: { id: shopper.sessionId, data: { status: "approved" } } },
    })
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
    expect(payCalls()).toBe(1)
    const [problem] = await problems()
    expect(problem?.closed_at).not.toBeNull()
    await eventually(() => shop.database.count("order_transaction"), (count) => count === 1)
  })

  it("submits once when pay is pressed twice at the same time", async () => {
    const { shopper, orderId } = await unpaidOrder(shop)
    shop.sandbox.holdWebhooks()
    await openAgain(shopper, APPROVED)
    const answers = await Promise.all([shopper.authorize(), shopper.authorize()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(payCalls()).toBe(1)
    expect((await shopper.order(orderId)).payment_collections[0]?.payments).toHaveLength(1)
  })

  it("takes another bank account after a decline, in the same session", async () => {
    const { shopper, orderId } = await unpaidOrder(shop)
    await openAgain(shopper, DECLINED)
    expect(await shopper.authorize()).toMatchObject({
      status: 200,
      body: { payment_session: { data: { status: "declined", retry_allowed: true, error: { code: "insufficient_funds" } } } },
    })
    expect(await shopper.authorize()).toMatchObject({ status: 409, body: { code: "order_not_payable" } })
    expect((await shopper.giveBankAccount(APPROVED)).status).toBe(200)
    expect(await shopper.authorize()).toMatchObject({ status: 200, body: { payment_session: { data: { status: "approved" } } } })
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
    expect(payCalls()).toBe(2)
  })

  it("leads to the mandate's signature, and is finalised by the return", async () => {
    const { shopper, orderId } = await unpaidOrder(shop)
    await openAgain(shopper, AWAITING)
    const answer = await shopper.authorize()
    expect(answer).toMatchObject({
      status: 200,
      body: { payment_session: { status: "pending_authorization", data: { status: "awaiting_verification" } } },
    })
    const [session] = (await shopper.order(orderId)).payment_collections[0]?.payment_sessions ?? []
    const page = session?.data.verification_url ?? ""
    await fetch(page, { method: "POST", body: new URLSearchParams({ decision: "sign" }), redirect: "manual" })
    expect((await shopper.returnFromVerification("vnd_1")).status).toBe(200)
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
  })

  it("is refused for an open cart, for an order that is paid, and for one that was cancelled", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    expect(await shopper.authorize()).toMatchObject({ status: 409, body: { code: "order_not_payable" } })
    expect(payCalls()).toBe(0)
    const { id } = await shopper.placeOrder()
    await eventually(() => shopper.order(id), ({ payment_status }) => payment_status === "captured")
    expect(await shopper.openSession()).toMatchObject({ status: 409, body: { code: "payment_in_progress" } })
    expect(payCalls()).toBe(1)

    const other = await unpaidOrder(shop)
    await openAgain(other.shopper, APPROVED)
    await shop.admin.post(`/admin/orders/${other.orderId}/cancel`)
    expect(await other.shopper.authorize()).toMatchObject({ status: 409, body: { code: "order_not_payable" } })
    expect(payCalls()).toBe(1)
  })

  it("pays a new collection of a registered customer's order, and only while the customer is logged in", async () => {
    const { shopper, orderId } = await unpaidOrder(shop, { register: true })
    const { total } = await shopper.order(orderId)
    const answer = created.parse(await shop.admin.post("/admin/payment-collections", { order_id: orderId, amount: total }))
    shopper.collectionId = answer.payment_collection.id
    await openAgain(shopper, APPROVED)
    shopper.logOut()
    expect(await shopper.authorize()).toMatchObject({ status: 404, body: { code: "session_not_found" } })
    expect(payCalls()).toBe(0)
    await shopper.logIn()
    expect(await shopper.authorize()).toMatchObject({ status: 200, body: { order_id: orderId } })
    await eventually(
      () => shop.database.debit(shopper.sessionId),
      ({ captured_at }) => captured_at !== null,
    )
    expect(payCalls()).toBe(1)
  })

  it("can be paid again after its debit failed between approval and capture", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    shop.sandbox.holdWebhooks()
    const { id: orderId } = await shopper.placeOrder()
    const ledger = shop.container().resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
    const debit = await ledger.findBySession(shopper.sessionId)
    // What the bank's return before any capture makes of it.
    await shop.database.rows("update catalystpay_debit set status = 'failed', error_code = 'unknown' returning id")
    await agreeWithLedger(shop.container(), debit?.id ?? "")
    const failed = await shopper.order(orderId)
    expect(failed.payment_status).toBe("not_paid")
    expect(failed.payment_collections[0]).toMatchObject({
      status: "failed",
      payments: [{ canceled_at: expect.any(String) as unknown }],
      payment_sessions: [{ status: "error", data: { status: "failed" } }],
    })
    expect(await problems()).toMatchObject([{ code: "order_without_debit", closed_at: null }])
    await openAgain(shopper, APPROVED)
    expect(await shopper.authorize()).toMatchObject({ status: 200, body: { order_id: orderId } })
    expect((await shopper.order(orderId)).payment_status).toBe("authorized")
    expect((await problems())[0]?.closed_at).not.toBeNull()
  })
}

import { eventually } from "../support/eventually"
import { APPROVED } from "../support/ibans"
import { webhooksOf } from "../support/mailbox"
import type { Shop } from "../support/shop-suite"
import { CORE_HOOK } from "../support/webhook-sender"

export function coreHook(shop: Shop): void {
  it("captures the order", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    let orderId = ""
    const webhooks = await webhooksOf(shop.sandbox, shopper, async () => {
      orderId = (await shopper.placeOrder()).id
    })
    for (const { body, event, signature } of webhooks) {
      expect((await shop.webhooks.sendBytes(body, { event, signature, path: CORE_HOOK })).status).toBe(200)
    }
    await eventually(() => shopper.order(orderId), (order) => order.payment_status === "captured")
    expect(await shop.database.rows("select amount from capture")).toEqual([{ amount: "20.706" }])
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ captured_amount: "20.71" })
  })

  it("completes no cart when its session was deleted, is nobody's, or when it is forged", async () => {
    const stranger = shop.newShopper()
    await stranger.goToPayment()
    await stranger.giveBankAccount(APPROVED)
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    const { session_token } = await shop.database.debit(shopper.sessionId)
    await shopper.addItem()
    const own = await shop.database.debit(stranger.sessionId)

    const completed = { status: "COMPLETED", amount: "20.71" }
    const path = CORE_HOOK
    const forged = { ...completed, session_token: String(own.session_token) }
    await shop.webhooks.send(forged, { path, signature: "0".repeat(64) })
    await shop.webhooks.send({ ...completed, session_token: String(session_token) }, { path })
    await shop.webhooks.send({ ...completed, session_token: "nobody's" }, { path })
    const rows = await eventually(
      () => shop.database.deliveries(),
      (found) => found.length === 2 && found.every(({ processed_at }) => processed_at !== null),
    )
    expect(rows.map(({ status }) => status).sort()).toEqual(["ignored", "processed"])
    expect(await stranger.cartIsOpen()).toBe(true)
    expect(await shopper.cartIsOpen()).toBe(true)
    expect(await shop.database.count("order")).toBe(0)
    expect(await shop.database.count("payment")).toBe(0)
    expect(await shop.database.debit(stranger.sessionId)).toMatchObject({ status: "ready" })
  })
}

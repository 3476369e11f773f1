import { eventually } from "../support/eventually"
import { APPROVED, AWAITING } from "../support/ibans"
import { webhooksOf } from "../support/mailbox"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"
import type { Payload } from "../support/webhook-sender"

export function contradictions(shop: Shop): void {
  async function delivery(status: string) {
    const [row] = await eventually(
      () => shop.database.deliveries(),
      ([found]) => found?.status === status && found.tries !== 0,
    )
    return row
  }

  async function completedEvent(shopper: Shopper, change: Payload = {}): Promise<Payload> {
    const { session_token } = await shop.database.debit(shopper.sessionId)
    return { session_token: String(session_token), status: "COMPLETED", amount: "20.71", currency: "EUR", ...change }
  }

  it.each([
    ["amount", { amount: "20.70" }],
    ["larger amount", { amount: "2071" }],
    ["currency", { currency: "USD" }],
  ])("is recorded and not applied when it names another %s", async (_what, change) => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    await webhooksOf(shop.sandbox, shopper, () => shopper.placeOrder())
    expect((await shop.webhooks.send(await completedEvent(shopper, change))).status).toBe(200)
    expect(await delivery("processed")).toMatchObject({
      outcome: "It speaks of another amount or currency than the ledger; recorded, not applied.",
    })
    const debit = await shop.database.debit(shopper.sessionId)
    expect(debit).toMatchObject({ status: "approved", captured_at: null })
    const events = await shop.database.events(debit.id)
    expect(events.at(-1)).toMatchObject({ type: "amount_mismatch", source: "webhook" })
    expect(await shop.database.count("capture")).toBe(0)
  })

  it("of the live environment confirms no debit of the test environment, and the genuine one does", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    let orderId = ""
    const webhooks = await webhooksOf(shop.sandbox, shopper, async () => {
      orderId = (await shopper.placeOrder()).id
    })
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ livemode: false })
    expect((await shop.webhooks.send(await completedEvent(shopper, { livemode: true }))).status).toBe(200)
    expect(await delivery("processed")).toMatchObject({
      outcome: "It is of the live environment, the debit of the test environment; recorded, not applied.",
    })
    const debit = await shop.database.debit(shopper.sessionId)
    expect(debit).toMatchObject({ confirmed_at: null, captured_at: null })
    expect((await shop.database.events(debit.id)).at(-1)).toMatchObject({ type: "livemode_mismatch", source: "webhook" })
    expect(await shop.database.count("capture")).toBe(0)
    for (const { body, event, signature } of webhooks) {
      await shop.webhooks.sendBytes(body, { event, signature })
    }
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
  })

  it("takes the same amount in another spelling", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    let orderId = ""
    await webhooksOf(shop.sandbox, shopper, async () => {
      orderId = (await shopper.placeOrder()).id
    })
    await shop.webhooks.send(await completedEvent(shopper, { amount: "20.710", currency: "eur" }))
    await eventually(() => shopper.order(orderId), (order) => order.payment_status === "captured")
  })

  it("is kept for later when the API says that the mandate is still to be signed", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(AWAITING)
    await shopper.complete()
    shop.sandbox.clearCalls()
    expect((await shop.webhooks.send(await completedEvent(shopper))).status).toBe(200)
    expect(await delivery("received")).toMatchObject({
      outcome: "The API does not confirm it: the debit is awaiting_verification.",
    })
    expect(shop.gatewayCalls()).toContain("get")
    expect(await shopper.cartIsOpen()).toBe(true)
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "awaiting_verification" })
    expect(await shop.database.count("payment")).toBe(0)
  })

  it("is kept for later when the API says that the payment is in progress, and confirmed when it is done", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    const event = await completedEvent(shopper)
    shop.sandbox.faults.payDelayMs = 4_000
    const placing = shopper.placeOrder()
    await eventually(() => shop.gatewayCalls(), (calls) => calls.includes("pay"))
    expect((await shop.webhooks.send(event)).status).toBe(200)
    expect(await delivery("received")).toMatchObject({
      outcome: "The API does not confirm it: the debit is submitting.",
    })
    expect(await shop.database.count("capture")).toBe(0)
    const order = await placing
    await eventually(() => shopper.order(order.id), (now) => now.payment_status === "captured")
    expect(shop.gatewayCalls().filter((operation) => operation === "pay")).toHaveLength(1)
  })

  it.each([
    ["before a bank account was given", async () => undefined],
    ["before pay was pressed", async (shopper: Shopper) => shopper.giveBankAccount(APPROVED)],
  ])("captures nothing and completes no cart when it comes %s", async (_when, prepare) => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await prepare(shopper)
    expect((await shop.webhooks.send(await completedEvent(shopper))).status).toBe(200)
    expect(await delivery("processed")).toMatchObject({
      outcome: expect.stringMatching(/^No attempt of this store waits for it: the debit is (opened|ready)\./) as unknown,
    })
    expect(await shopper.cartIsOpen()).toBe(true)
    expect(await shop.database.count("payment")).toBe(0)
    await shopper.giveBankAccount(APPROVED)
    await shopper.placeOrder()
  })

  it("completes nothing when it is about a session that was cancelled since", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    const event = await completedEvent(shopper)
    await shopper.addItem()
    await shopper.openSession()
    expect((await shop.webhooks.send(event)).status).toBe(200)
    expect(await delivery("processed")).toMatchObject({
      outcome: "No attempt of this store waits for it: the debit is cancelled. Nothing was booked.",
    })
    expect(await shopper.cartIsOpen()).toBe(true)
    expect(await shop.database.count("payment")).toBe(0)
  })

  it("does not capture onto an order that was cancelled, and says that the debit has no order", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    let orderId = ""
    const webhooks = await webhooksOf(shop.sandbox, shopper, async () => {
      orderId = (await shopper.placeOrder()).id
    })
    await shop.admin.post(`/admin/orders/${orderId}/cancel`)
    for (const { body, event, signature } of webhooks) {
      await shop.webhooks.sendBytes(body, { event, signature })
    }
    await eventually(
      () => shop.database.deliveries(),
      (rows) => rows.length === 3 && rows.every(({ status }) => status === "processed"),
    )
    expect(await shop.database.count("capture")).toBe(0)
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({
      status: "approved",
      captured_at: null,
      orphaned_at: expect.any(Date) as unknown,
    })
  })
}

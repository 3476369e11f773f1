import { eventually } from "../support/eventually"
import { APPROVED } from "../support/ibans"
import { webhooksOf } from "../support/mailbox"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"

export function timings(shop: Shop): void {
  async function readyToPay(): Promise<Shopper> {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    return shopper
  }

  async function captured(shopper: Shopper, orderId: string) {
    return eventually(() => shopper.order(orderId), (order) => order.payment_status === "captured")
  }

  async function expectOneOfEverything(): Promise<void> {
    expect(await shop.database.count("order")).toBe(1)
    expect(await shop.database.count("payment")).toBe(1)
    expect(await shop.database.rows("select amount from capture")).toEqual([{ amount: "20.706" }])
    expect(await shop.database.rows("select amount from order_transaction")).toEqual([{ amount: "20.706" }])
    expect(shop.gatewayCalls().filter((operation) => operation === "pay")).toHaveLength(1)
  }

  async function processed(count: number) {
    return eventually(
      () => shop.database.deliveries(),
      (rows) => rows.length === count && rows.every(({ status }) => status === "processed"),
    )
  }

  /** The order's own event names nothing but an order number, which only the answer to the debit tells. */
  async function processedButForTheOrder() {
    const rows = await eventually(
      () => shop.database.deliveries(),
      (found) => found.length === 3 && found.every(({ processed_at }) => processed_at !== null),
    )
    expect(rows.map(({ event_name, status }) => [event_name, status])).toEqual([
      ["transaction.created", "processed"],
      ["order.created", "ignored"],
      ["payment_session.completed", "processed"],
    ])
    expect(await shop.database.rows("select orphaned_at from catalystpay_debit")).toEqual([{ orphaned_at: null }])
    return rows
  }

  it("is believed at once when it comes after the order", async () => {
    const shopper = await readyToPay()
    const order = await shopper.placeOrder()
    await captured(shopper, order.id)
    const rows = await processed(3)
    expect(rows.map(({ event_name, received_count }) => ({ event_name, received_count }))).toEqual([
      { event_name: "transaction.created", received_count: 1 },
      { event_name: "order.created", received_count: 1 },
      { event_name: "payment_session.completed", received_count: 1 },
    ])
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "pay"])
    await expectOneOfEverything()
  })

  it("is believed when it comes before the gateway has answered the debit", async () => {
    const shopper = await readyToPay()
    shop.sandbox.holdWebhooks()
    shop.sandbox.faults.duringPay = () => shop.sandbox.releaseWebhooks()
    const order = await shopper.placeOrder()
    await captured(shopper, order.id)
    const rows = await processedButForTheOrder()
    expect(rows.map(({ tries }) => tries)).toEqual([1, 1, 1])
    await expectOneOfEverything()
  })

  it("settles the debit by itself when the gateway's answer does not come", async () => {
    const shopper = await readyToPay()
    shop.sandbox.holdWebhooks()
    shop.sandbox.faults.duringPay = async () => {
      await shop.sandbox.releaseWebhooks()
      await eventually(() => shop.database.debit(shopper.sessionId), (debit) => debit.status === "approved")
    }
    const order = await shopper.placeOrder()
    await captured(shopper, order.id)
    await processedButForTheOrder()
    expect(shop.gatewayCalls()).toContain("get")
    await expectOneOfEverything()
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({
      status: "approved",
      bank_name: "Commerzbank",
      transaction_id: expect.any(String) as unknown,
    })
  })

  it("places the order of a shopper who closed the window while the debit was under way", async () => {
    const shopper = await readyToPay()
    const webhooks = await webhooksOf(shop.sandbox, shopper, () => shopper.placeOrder())
    expect(webhooks.map(({ event }) => event)).toEqual([
      "transaction.created",
      "order.created",
      "payment_session.completed",
    ])
    for (const { body, event, signature } of webhooks) {
      expect((await shop.webhooks.sendBytes(body, { event, signature })).status).toBe(200)
    }
    await processed(3)
    await expectOneOfEverything()
  })

  it("is captured once when it comes ten times at the same moment", async () => {
    const shopper = await readyToPay()
    let orderId = ""
    const webhooks = await webhooksOf(shop.sandbox, shopper, async () => {
      orderId = (await shopper.placeOrder()).id
    })
    const completed = webhooks.find(({ event }) => event === "payment_session.completed")
    const body = completed?.body ?? ""
    const answers = await Promise.all(Array.from({ length: 10 }, () => shop.webhooks.sendBytes(body)))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    await captured(shopper, orderId)
    const [delivery] = await processed(1)
    expect(delivery).toMatchObject({ received_count: 10, outcome: "Confirmed.", tries: 1 })
    await expectOneOfEverything()
  })

  it("changes nothing when it is sent again ten times after it was captured", async () => {
    const shopper = await readyToPay()
    const order = await shopper.placeOrder()
    await captured(shopper, order.id)
    await shop.sandbox.resend({ times: 10 })
    expect(shop.sandbox.deliveries.slice(-10).map(({ status }) => status)).toEqual(Array(10).fill(200))
    const rows = await processed(3)
    expect(
      rows.find(({ event_name }) => event_name === "payment_session.completed"),
    ).toMatchObject({ received_count: 11 })
    await expectOneOfEverything()
  })

  it.each([
    ["backwards", [2, 1, 0]],
    ["with the session first", [2, 0, 1]],
    ["with the order first", [1, 2, 0]],
  ])("comes to the same when the events arrive %s", async (_order, places) => {
    const shopper = await readyToPay()
    let orderId = ""
    const webhooks = await webhooksOf(shop.sandbox, shopper, async () => {
      orderId = (await shopper.placeOrder()).id
    })
    const shuffled = places.flatMap((place) => webhooks[place] ?? [])
    expect(shuffled).toHaveLength(3)
    for (const { body, event, signature } of shuffled) {
      expect((await shop.webhooks.sendBytes(body, { event, signature })).status).toBe(200)
    }
    await captured(shopper, orderId)
    await processed(3)
    await expectOneOfEverything()
  })

  it("comes to the same when all events arrive at once", async () => {
    const shopper = await readyToPay()
    let orderId = ""
    const webhooks = await webhooksOf(shop.sandbox, shopper, async () => {
      orderId = (await shopper.placeOrder()).id
    })
    await Promise.all(webhooks.map(({ body, event, signature }) => shop.webhooks.sendBytes(body, { event, signature })))
    await captured(shopper, orderId)
    await processed(3)
    await expectOneOfEverything()
  })

  it("is understood in the query string too, as the delivery method URL_PARAMS sends it", async () => {
    const shopper = await readyToPay()
    let orderId = ""
    const webhooks = await webhooksOf(shop.sandbox, shopper, async () => {
      orderId = (await shopper.placeOrder()).id
    })
    const completed = webhooks.find(({ event }) => event === "payment_session.completed")
    const parameters = new URLSearchParams(JSON.parse(completed?.body ?? "{}") as Record<string, string>)
    const headers = {
      "x-catalystpay-event": "payment_session.completed",
      "x-catalystpay-signature": completed?.signature ?? "",
    }
    const path = `/hooks/catalystpay/default?${parameters.toString()}`
    expect(await shop.http.send("GET", path, null, headers)).toEqual({ status: 200, body: { received: true } })
    await captured(shopper, orderId)
    await processed(1)
    await expectOneOfEverything()
  })
}

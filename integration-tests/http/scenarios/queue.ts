import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../../src/modules/catalystpay"
import catalystpaySubmitQueue from "../../../src/jobs/catalystpay-submit-queue"
import { eventually } from "../support/eventually"
import { APPROVED, AWAITING, DECLINED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"

/** The suite runs with one call a second, and with shoppers who wait for their turn only a moment. */
export function queue(shop: Shop): void {
  const pays = () => shop.sandbox.calls.filter(({ operation }) => operation === "pay")
  const ledger = () => shop.container().resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const runJob = () => catalystpaySubmitQueue(shop.container())
  const statusOf = async (shopper: Shopper) => (await shop.database.debit(shopper.sessionId)).status

  /** Other servers behind the same address use the limit up. */
  async function takeAllTurns(): Promise<void> {
    const key = `catalystpay_calls:${new URL(process.env.CATALYSTPAY_API_URL ?? "").host}|default`
    await shop.database.rows(
      "insert into catalystpay_limit values (?, 1000, extract(epoch from now()) * 1000 + 600000) " +
        "on conflict (key) do update set points = excluded.points, expire = excluded.expire returning key",
      [key],
    )
  }

  async function giveTurnsBack(): Promise<void> {
    await shop.database.rows("delete from catalystpay_limit returning key")
  }

  afterEach(async () => {
    await shop.line.mend()
    await giveTurnsBack()
    // What still waits is submitted before the next test gets another database.
    await eventually(() => ledger().queuedDebits(1), (waiting) => waiting.length === 0, 60_000)
  })

  async function readyShopper(iban = APPROVED): Promise<Shopper> {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    expect((await shopper.giveBankAccount(iban)).status).toBe(200)
    return shopper
  }

  /** Pressed pay, got the order, and waits for a turn: the queue stands at the gateway's limit. */
  async function queuedShopper(iban = APPROVED): Promise<{ shopper: Shopper; orderId: string }> {
    const shopper = await readyShopper(iban)
    await takeAllTurns()
    const { id, payment_status } = await shopper.placeOrder()
    expect(payment_status).toBe("awaiting")
    expect(await statusOf(shopper)).toBe("queued")
    return { shopper, orderId: id }
  }

  /** As if the process that emptied the queue had died: nobody works on it until the job comes. */
  async function abandonQueue(shopper: Shopper): Promise<void> {
    await shop.line.cut()
    await giveTurnsBack()
    const tries = async () =>
      shop.database.rows("select type from catalystpay_debit_event where type = 'queued' and from_status = 'submitting'")
    await eventually(tries, (found) => found.length > 0)
    // Until the run that failed has ended, a job would leave the queue to it.
    const emptying = () => shop.database.rows("select id from catalystpay_lease where name = 'submit-queue'")
    await eventually(emptying, (held) => held.length === 0)
    expect(await statusOf(shopper)).toBe("queued")
  }

  it("places the order of a shopper whose turn does not come, and collects in order within the limit", async () => {
    const shoppers: Shopper[] = []
    for (let index = 0; index < 4; index += 1) {
      shoppers.push(await readyShopper())
    }
    await takeAllTurns()
    const orders: string[] = []
    for (const shopper of shoppers) {
      orders.push((await shopper.placeOrder()).id)
    }
    await giveTurnsBack()
    for (const [index, shopper] of shoppers.entries()) {
      const order = await eventually(
        () => shopper.order(orders[index] ?? ""),
        ({ payment_status }) => payment_status === "captured",
        60_000,
      )
      expect(order.payment_collections[0]?.payments).toHaveLength(1)
    }
    // The sandbox counts as CatalystPay does: a call that came too early would have been answered with 429.
    expect(pays().map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(pays().map(({ reference }) => reference)).toEqual(shoppers.map(({ sessionId }) => `${sessionId}.1`))
  })

  it("keeps the IBAN sealed while the debit waits, and destroys it with the outcome", async () => {
    const { shopper, orderId } = await queuedShopper()
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({
      sealed_iban: expect.stringMatching(/^v1\./) as unknown,
    })
    expect((await shopper.order(orderId)).payment_collections[0]?.payment_sessions[0]).toMatchObject({
      status: "pending_authorization",
      data: { status: "queued", error: null },
    })
    await giveTurnsBack()
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "approved", sealed_iban: null })
  })

  it("authorises the order even where no webhook comes", async () => {
    shop.sandbox.holdWebhooks()
    const { shopper, orderId } = await queuedShopper()
    await giveTurnsBack()
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "authorized")
    expect(await statusOf(shopper)).toBe("approved")
  })

  it("writes a decline into the order's session when the shopper is gone", async () => {
    const { shopper, orderId } = await queuedShopper(DECLINED)
    await giveTurnsBack()
    const session = async () => (await shopper.order(orderId)).payment_collections[0]?.payment_sessions[0]
    expect(await eventually(session, (found) => found?.status === "error")).toMatchObject({
      data: { status: "declined", error: { code: "insufficient_funds" } },
    })
    expect((await shopper.order(orderId)).payment_collections[0]?.payments).toEqual([])
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "declined", sealed_iban: null })
  })

  it("shows the way to the mandate on the order when the bank wants it signed, and takes the signature", async () => {
    const { shopper, orderId } = await queuedShopper(AWAITING)
    await giveTurnsBack()
    const session = async () => (await shopper.order(orderId)).payment_collections[0]?.payment_sessions[0]
    expect(await eventually(session, (found) => found?.data.status === "awaiting_verification")).toMatchObject({
      status: "pending_authorization",
      data: { verification_url: expect.stringContaining("/verification/") as unknown },
    })
    const page = (await session())?.data.verification_url ?? ""
    await fetch(page, { method: "POST", body: new URLSearchParams({ decision: "sign" }), redirect: "manual" })
    expect(await shopper.returnFromVerification("vnd_1")).toMatchObject({
      status: 200,
      body: { payment_session: { status: "authorized", data: { status: "approved", verification_url: null } } },
    })
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
    expect(shop.gatewayCalls().filter((operation) => operation === "verify")).toHaveLength(1)
  })

  it("never submits for an order that was cancelled while it waited", async () => {
    const { shopper, orderId } = await queuedShopper()
    await shop.admin.post(`/admin/orders/${orderId}/cancel`)
    await giveTurnsBack()
    await eventually(() => statusOf(shopper), (status) => status === "cancelled")
    expect(pays()).toEqual([])
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ sealed_iban: null })
  })

  it("is taken up by the job after the process that emptied it has died", async () => {
    const { shopper, orderId } = await queuedShopper()
    await abandonQueue(shopper)
    await shop.line.mend()
    await Promise.all([runJob(), runJob(), runJob()])
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
    expect(pays()).toHaveLength(1)
  })

  it("gives up after a day, and says so on the order", async () => {
    const { shopper, orderId } = await queuedShopper()
    await abandonQueue(shopper)
    await shop.line.mend()
    await shop.database.rows("update catalystpay_debit set queued_at = now() - interval '25 hours' returning id")
    await runJob()
    expect(pays()).toEqual([])
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({
      status: "failed",
      sealed_iban: null,
      error_code: "not_submitted",
    })
    expect((await shopper.order(orderId)).payment_collections[0]?.payment_sessions[0]).toMatchObject({
      status: "error",
      data: { status: "failed" },
    })
  })

  it("answers a second press of pay with the order that waits", async () => {
    const { shopper, orderId } = await queuedShopper()
    expect((await shopper.placeOrder()).id).toBe(orderId)
    expect(await ledger().queuedDebits(10)).toHaveLength(1)
    await giveTurnsBack()
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
    expect(pays()).toHaveLength(1)
  })
}

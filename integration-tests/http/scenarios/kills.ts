import catalystpayHealOrders from "../../../src/jobs/catalystpay-heal-orders"
import catalystpaySettleDebits from "../../../src/jobs/catalystpay-settle-debits"
import { eventually } from "../support/eventually"
import { APPROVED } from "../support/ibans"
import { Stranding } from "../support/stranding"
import { SecondServer } from "../support/second-server"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"
import { placedAnswer } from "../support/answers"

/** A server that is killed with SIGKILL while it completes a cart, and one that survives and finds what is left. */
export function kills(shop: Shop): void {
  const stranding = new Stranding(shop)
  let second: SecondServer | null = null

  afterEach(async () => {
    await second?.kill()
    second = null
  })

  const debitOf = (shopper: Shopper) => shop.database.debit(shopper.sessionId)
  const pays = () => shop.gatewayCalls().filter((operation) => operation === "pay").length
  const sessionOf = (shopper: Shopper) => shop.sandbox.sessions().find(({ lead }) => lead.email === shopper.email)

  /** No webhook helps: the job alone has to find out. */
  async function shopperAtSecondServer(): Promise<{ shopper: Shopper; server: SecondServer }> {
    const server = (second = await SecondServer.start(shop))
    shop.sandbox.holdWebhooks()
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    expect((await shopper.giveBankAccount(APPROVED)).status).toBe(200)
    return { shopper, server }
  }

  /** Presses pay at the second server, which will not live to answer. */
  function pressPay(shopper: Shopper, server: SecondServer): void {
    const key = { "x-publishable-api-key": shop.seeded().publishable_key }
    void server.http.call("POST", `/store/carts/${shopper.cartId}/complete`, undefined, key).catch(() => undefined)
  }

  const untilSubmitting = (shopper: Shopper) => eventually(() => debitOf(shopper), ({ status }) => status === "submitting")

  /** The survivor's job, when the debit is old enough to be nobody's. */
  async function settleLater(shopper: Shopper): Promise<void> {
    await shop.database.rows(
      "update catalystpay_debit set submitted_at = submitted_at - interval '1 minute' where payment_session_id = ? returning id",
      [shopper.sessionId],
    )
    await catalystpaySettleDebits(shop.container())
    await eventually(() => debitOf(shopper), ({ status }) => status !== "submitting")
  }

  /** The other job, when the completion that died is old enough to be nobody's. */
  async function healLater(shopper: Shopper): Promise<void> {
    await stranding.age(shopper)
    await Promise.all([catalystpayHealOrders(shop.container()), catalystpayHealOrders(shop.container())])
  }

  /** What holds for every kill, and for the order that is found or placed after it. */
  async function expectPaidByOneDebit(shopper: Shopper): Promise<void> {
    expect(await debitOf(shopper)).toMatchObject({ status: "approved", sealed_iban: null })
    expect(sessionOf(shopper)).toMatchObject({
      status: "COMPLETED",
      attempts: 1,
      tenant_references: [`${shopper.sessionId}.1`],
    })
    expect(await shop.database.count("catalystpay_debit")).toBe(1)
    expect(pays()).toBe(1)
  }

  /** @param known what Medusa knows before the webhook comes; the reconciliation's rows confirm as it does, a GET does not */
  async function expectOrderPaid(shopper: Shopper, known: "authorized" | "captured"): Promise<void> {
    const orderId = placedAnswer.parse((await shopper.complete()).body).order.id
    const order = await shopper.order(orderId)
    expect(order.payment_status).toBe(known)
    expect(order.payment_collections[0]?.payments).toMatchObject([{ canceled_at: null }])
    await shop.sandbox.releaseWebhooks()
    await eventually(() => shopper.order(orderId), ({ payment_status }) => payment_status === "captured")
    await eventually(() => shop.database.count("order_transaction"), (count) => count === 1)
    expect(await shop.database.count("order")).toBe(1)
    expect(await shop.database.count("payment")).toBe(1)
    expect(await shop.database.count("capture")).toBe(1)
    expect(await shop.database.rows("select code from catalystpay_problem where closed_at is null")).toEqual([])
    await expectPaidByOneDebit(shopper)
  }

  it("before /pay/ reaches the gateway: the job submits it, once", async () => {
    const { shopper, server } = await shopperAtSecondServer()
    shop.line.hold()
    pressPay(shopper, server)
    await untilSubmitting(shopper)
    await server.kill()
    shop.line.letThrough()
    expect(sessionOf(shopper)).toMatchObject({ status: "PENDING", attempts: 0 })
    await settleLater(shopper)
    await expectPaidByOneDebit(shopper)
    await healLater(shopper)
    await expectOrderPaid(shopper, "authorized")
  })

  it("while the gateway is at it: the job learns what came of it, and submits nothing", async () => {
    const { shopper, server } = await shopperAtSecondServer()
    shop.sandbox.faults.payDelayMs = 2_000
    pressPay(shopper, server)
    await eventually(() => sessionOf(shopper), (session) => session?.status === "PAYMENT_IN_PROGRESS")
    await server.kill()
    await eventually(() => sessionOf(shopper), (session) => session?.status === "COMPLETED")
    expect(await debitOf(shopper)).toMatchObject({ status: "submitting" })
    await settleLater(shopper)
    await expectPaidByOneDebit(shopper)
    await healLater(shopper)
    await expectOrderPaid(shopper, "authorized")
  })

  it("after the gateway acted, with the answer under way: the job learns of it, also where a GET does not tell", async () => {
    const { shopper, server } = await shopperAtSecondServer()
    shop.sandbox.switches["get-terminal"] = "410"
    shop.sandbox.faults.duringPay = () => server.kill()
    pressPay(shopper, server)
    await eventually(() => sessionOf(shopper), (session) => session?.status === "COMPLETED")
    await server.kill()
    expect(await debitOf(shopper)).toMatchObject({ status: "submitting" })
    await settleLater(shopper)
    await expectPaidByOneDebit(shopper)
    // Without the other job: the shopper presses pay again.
    await expectOrderPaid(shopper, "captured")
  })
}

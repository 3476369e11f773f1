import { z } from "zod"
import catalystpayProcessWebhooks from "../../../src/jobs/catalystpay-process-webhooks"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../../src/modules/catalystpay"
import type { FaultPoint } from "../../../src/modules/catalystpay/faults"
import catalystpayNotifyProblem from "../../../src/subscribers/catalystpay-notify-problem"
import { whileDyingAt } from "../support/dying"
import { eventually } from "../support/eventually"
import { APPROVED } from "../support/ibans"
import { webhooksOf } from "../support/mailbox"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"
import type { Payload } from "../support/webhook-sender"

const problemList = z.object({ problems: z.array(z.looseObject({ id: z.string() })), count: z.number() })
const deliveryList = z.object({ webhook_deliveries: z.array(z.looseObject({ id: z.string() })), count: z.number() })

/** The suite runs with `notifications` by Medusa's own channel "feed". */
export function inboxOfTheMerchant(shop: Shop): void {
  const ledger = () => shop.container().resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const problems = async (query = "") => problemList.parse(await shop.admin.get(`/admin/catalystpay/problems${query}`))
  const deliveries = async (query = "") =>
    deliveryList.parse(await shop.admin.get(`/admin/catalystpay/webhook-deliveries${query}`))
  const replay = (id: string) => shop.admin.post(`/admin/catalystpay/webhook-deliveries/${id}/replay`)

  /** Paid, while the gateway's own webhooks went elsewhere. */
  async function paid(): Promise<Shopper> {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    await webhooksOf(shop.sandbox, shopper, () => shopper.placeOrder())
    return shopper
  }

  const withoutIds = (shopper: Shopper, change: Payload = {}): Payload => ({
    status: "COMPLETED",
    email: shopper.email,
    amount: "20.71",
    currency: "EUR",
    ...change,
  })

  it("because it fits no debit is a problem that is told once, and closed when a replay finds one", async () => {
    const shopper = await paid()
    await shop.webhooks.send(withoutIds(shopper))
    const confirmed = await eventually(() => shop.database.debit(shopper.sessionId), ({ confirmed_at }) => confirmed_at !== null)
    // The delivery is done when Medusa was told, which comes after the debit.
    await eventually(() => deliveries(`?debit_id=${String(confirmed.id)}`), ({ webhook_deliveries }) => webhook_deliveries.length === 1)
    expect(await problems()).toMatchObject({ count: 0 })

    await shop.webhooks.send(withoutIds(shopper, { email: shopper.email.replace("shopper", "renamed") }))
    // A page and its count are two readings: the row may come between them.
    const { problems: [found] } = await eventually(problems, ({ problems }) => problems.length === 1)
    expect(found).toMatchObject({
      code: "event_unmatched",
      sentence: "What CatalystPay reports (payment_session.completed) could not be assigned to one debit.",
      way_out: expect.stringContaining("tenant_reference_id") as unknown,
      closed_at: null,
    })
    const notified = () => shop.database.rows("select * from notification where template = 'sepa-problem'")
    await eventually(notified, (rows) => rows.length === 1 && rows[0]?.status === "success")
    const data = { id: found?.id ?? "" }
    await catalystpayNotifyProblem({ event: { name: "", data, metadata: {} }, container: shop.container(), pluginOptions: {} })
    expect(await notified()).toMatchObject([
      { to: "merchant@example.com", channel: "feed", template: "sepa-problem", data: { code: "event_unmatched" } },
    ])

    const { webhook_deliveries: [ignored] } = await deliveries("?status=ignored")
    await shop.database.rows("update catalystpay_debit set email = replace(email, 'shopper', 'renamed') returning id")
    expect(await replay(ignored?.id ?? "")).toMatchObject({ webhook_delivery: { status: "processed", tries: 1 } })
    expect(await problems()).toMatchObject({ count: 0 })
    expect(await problems("?closed=true&code=event_unmatched")).toMatchObject({ count: 1, problems: [{ id: found?.id }] })
  })

  it("because it fits two debits is applied to neither", async () => {
    const one = await paid()
    const other = await paid()
    await shop.database.rows("update catalystpay_debit set email = ? returning id", [one.email])
    await shop.webhooks.send(withoutIds(one))
    await eventually(problems, ({ problems }) => problems.length === 1)
    expect(await shop.database.debit(one.sessionId)).toMatchObject({ confirmed_at: null })
    expect(await shop.database.debit(other.sessionId)).toMatchObject({ confirmed_at: null })
  })

  it.each<FaultPoint>(["after_webhook_was_claimed", "after_webhook_was_applied"])(
    "because its process died %s is taken up when the claim has run out, and applied once",
    async (point) => {
      const shopper = await paid()
      const { session_token } = await shop.database.debit(shopper.sessionId)
      await whileDyingAt(ledger(), point, 1, async (died) => {
        await shop.webhooks.send({ session_token: String(session_token), status: "COMPLETED" })
        await eventually(died, (times) => times === 1)
      })
      await catalystpayProcessWebhooks(shop.container())
      expect(await shop.database.deliveries()).toMatchObject([{ status: "processing", tries: 1 }])

      await shop.database.rows("update catalystpay_webhook_delivery set next_try_at = now() returning id")
      await catalystpayProcessWebhooks(shop.container())
      expect(await shop.database.deliveries()).toMatchObject([{ status: "processed", tries: 2, outcome: "Confirmed." }])
      expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ confirmed_at: expect.any(Date) as unknown })
      expect(await shop.database.count("order")).toBe(1)
    },
  )

  it("came ten times at once and is applied once", async () => {
    const shopper = await paid()
    const { session_token, id } = await shop.database.debit(shopper.sessionId)
    const payload = { session_token: String(session_token), status: "COMPLETED" }
    await Promise.all(Array.from({ length: 10 }, () => shop.webhooks.send(payload)))
    const rows = await eventually(() => shop.database.deliveries(), ([row]) => row?.status === "processed")
    expect(rows).toMatchObject([{ received_count: 10, tries: 1 }])
    const noted = (await shop.database.events(id)).filter(({ type }) => type === "webhook payment_session.completed")
    expect(noted).toHaveLength(1)
  })

  it("speaks of a session that Medusa has deleted, and changes nothing", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    const { session_token } = await shop.database.debit(shopper.sessionId)
    await shop.database.rows("update payment_session set deleted_at = now() where id = ? returning id", [shopper.sessionId])
    await shop.webhooks.send({ session_token: String(session_token), status: "COMPLETED" })
    const [row] = await eventually(() => shop.database.deliveries(), ([found]) => found?.processed_at != null)
    expect(row).toMatchObject({ status: "processed", outcome: expect.stringContaining("Nothing was booked.") as unknown })
    expect(await shop.database.count("order")).toBe(0)
  })

  it("is not shown or replayed without a log-in, and a nonsensical question is refused", async () => {
    expect(await shop.http.call("GET", "/admin/catalystpay/problems")).toMatchObject({ status: 401 })
    expect(await shop.http.call("GET", "/admin/catalystpay/webhook-deliveries")).toMatchObject({ status: 401 })
    expect(await shop.http.call("POST", "/admin/catalystpay/webhook-deliveries/cpwh_1/replay")).toMatchObject({ status: 401 })
    for (const path of ["problems?code=colour", "problems?closed=1", "webhook-deliveries?status=lost", "webhook-deliveries?limit=0"]) {
      expect(await shop.admin.answer("GET", `/admin/catalystpay/${path}`)).toMatchObject({
        status: 400,
        body: { code: "invalid_request" },
      })
    }
    expect(await shop.admin.answer("POST", "/admin/catalystpay/webhook-deliveries/cpwh_unknown/replay")).toMatchObject({
      status: 404,
      body: { code: "delivery_not_found" },
    })
  })
}

import { z } from "zod"
import { sign } from "../../../sandbox/canonical-json"
import { RETIRING_SECRET, WEBHOOK_SECRET } from "../support/environment"
import { eventually } from "../support/eventually"
import { APPROVED } from "../support/ibans"
import { webhooksOf } from "../support/mailbox"
import type { Shop } from "../support/shop-suite"
import { CORE_HOOK, type Payload } from "../support/webhook-sender"
import type { Answer } from "../support/http-client"

const idsOf = z.object({
  session_token: z.string(),
  order_number: z.string(),
  transaction_id: z.string(),
})

interface Ids extends z.infer<typeof idsOf> {
  /** The reference that was given to `/pay/`. */
  reference: string
}

export function mappings(shop: Shop): void {
  /** Lets a shopper pay, sends the one webhook that `send` makes, and waits for the money to be booked. */
  async function expectCaptured(send: (ids: Ids) => Promise<Answer>): Promise<void> {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    let orderId = ""
    await webhooksOf(shop.sandbox, shopper, async () => {
      orderId = (await shopper.placeOrder()).id
    })
    const debit = await shop.database.debit(shopper.sessionId)
    const answer = await send({ ...idsOf.parse(debit), reference: `${shopper.sessionId}.1` })
    expect(answer.status).toBe(200)
    await eventually(() => shopper.order(orderId), (order) => order.payment_status === "captured")
    const [row] = await eventually(() => shop.database.deliveries(), ([found]) => found?.status === "processed")
    expect(row).toMatchObject({ outcome: "Confirmed." })
    expect(await shop.database.rows("select amount from capture")).toEqual([{ amount: "20.706" }])
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "pay"])
  }

  const flat = ({ session_token, order_number, reference }: Ids): Payload => ({
    session_token,
    status: "COMPLETED",
    order_number,
    tenant_reference_id: reference,
    amount: "20.71",
    currency: "EUR",
    email: "müller@example.com",
  })

  const styles: [string, (ids: Ids) => Payload][] = [
    ["flat", flat],
    ["flat, with nulls and blank texts", (ids) => ({ ...flat(ids), order_number: null, tenant_reference_id: "", email: null })],
    ["nothing but the session token", ({ session_token }) => ({ session_token })],
    ["nothing but the order's number", ({ order_number }) => ({ order_number })],
    ["nothing but the reference", ({ reference }) => ({ tenant_reference_id: reference })],
    ["nothing but the transaction", ({ transaction_id }) => ({ transaction_id })],
    [
      "dotted",
      (ids) => ({
        "payment_session.session_token": ids.session_token,
        "payment_session.status": "completed",
        "order.order_number": ids.order_number,
        "order.total_amount": "20.71",
        "order.currency": "eur",
      }),
    ],
    [
      "nested",
      (ids) => ({
        payment_session: { token: ids.session_token, status: "COMPLETED", amount: "20.710", currency: "EUR" },
        order: { id: null, order_number: ids.order_number },
        transaction: { id: ids.transaction_id, tenant_reference_id: ids.reference },
      }),
    ],
    [
      "mixed",
      (ids) => ({
        session_token: ids.session_token,
        "payment_session.status": "Completed",
        order: { order_number: ids.order_number },
        transaction: { amount: "20.71", currency: "EUR" },
      }),
    ],
    ["in other cases", (ids) => ({ sessionToken: ids.session_token, STATUS: "completed", "Order Number": ids.order_number })],
  ]

  it.each(styles)("captures the order when the mapping is %s", async (_style, payload) => {
    await expectCaptured((ids) => shop.webhooks.send(payload(ids)))
  })

  it.each<[string, (payload: Payload) => string]>([
    ["pretty and unsorted", (payload) => JSON.stringify(payload, null, 2)],
    ["with escapes that need not be", (payload) => JSON.stringify(payload).replace("O", "\\u004f").replace("ü", "\\u00FC")],
  ])("captures the order when the canonical form is signed and the body is sent %s", async (_how, write) => {
    await expectCaptured((ids) => {
      const payload = flat(ids)
      return shop.webhooks.sendBytes(write(payload), { signature: sign(payload, WEBHOOK_SECRET) })
    })
  })

  it("captures the order when the amount is a number, signed as it was written", async () => {
    await expectCaptured((ids) => {
      const body = `{"amount":20.710,"currency":"EUR","session_token":${JSON.stringify(ids.session_token)}}`
      return shop.webhooks.sendBytes(body)
    })
  })

  it("captures the order from a query string of texts", async () => {
    await expectCaptured((ids) => {
      const payload = { session_token: ids.session_token, status: "COMPLETED", amount: "20.71", email: "müller@example.com" }
      return shop.webhooks.sendQuery(new URLSearchParams(payload).toString(), payload)
    })
  })

  it("captures the order from a query string whose types were signed", async () => {
    await expectCaptured((ids) => {
      const typed = { "payment_session.token": ids.session_token, order_number: null, attempt: 1, livemode: false, email: "" }
      const query = new URLSearchParams({ ...typed, order_number: "None", attempt: "1", livemode: "False" })
      return shop.webhooks.sendQuery(query.toString(), typed)
    })
  })

  it("captures the order when the retiring secret signed, in the body or in the query", async () => {
    await expectCaptured(({ session_token }) => {
      return shop.webhooks.send({ session_token }, { signature: sign({ session_token }, RETIRING_SECRET) })
    })
    const payload = { order_number: "nobody's" }
    const signature = sign(payload, RETIRING_SECRET)
    const query = new URLSearchParams(payload).toString()
    expect((await shop.webhooks.sendQuery(query, payload, { signature })).status).toBe(200)
  })

  it("captures the order by Medusa's own hook too", async () => {
    await expectCaptured((ids) => {
      const payload = { PaymentSession: { token: ids.session_token, status: "completed" }, amount: "20.71" }
      return shop.webhooks.send(payload, { path: CORE_HOOK, signature: sign(payload, RETIRING_SECRET) })
    })
  })

  it("says what to map when nothing in it names a debit", async () => {
    expect((await shop.webhooks.send({ status: "COMPLETED", amount: "20.71", checkout: "ps_1" })).status).toBe(200)
    const [row] = await eventually(() => shop.database.deliveries(), ([found]) => found?.status === "ignored")
    expect(row).toMatchObject({
      debit_id: null,
      outcome: expect.stringContaining("include session_token, tenant_reference_id, order_number or transaction_id") as unknown,
    })
  })
}

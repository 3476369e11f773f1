import { z } from "zod"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../src/modules/catalystpay"
import { health } from "./scenarios/health"
import { merchantActions } from "./scenarios/merchant-actions"
import { problemFeed } from "./scenarios/problem-feed"
import { tokenAnswer } from "./support/answers"
import { ADMIN } from "./support/environment"
import { eventually } from "./support/eventually"
import { APPROVED, DECLINED } from "./support/ibans"
import { describeShop, type Shop } from "./support/shop-suite"
import type { Shopper } from "./support/shopper"

const ROUTE = "/admin/catalystpay/debits"

const debitList = z.object({
  debits: z.array(
    z.looseObject({
      id: z.string(),
      payment_collection_id: z.string(),
      state: z.string(),
      mandate: z.looseObject({ reference: z.string().nullable() }).nullable(),
      events: z.array(z.looseObject({ type: z.string() })),
    }),
  ),
  count: z.number(),
  limit: z.number(),
  next_cursor: z.string().nullable(),
  previous_cursor: z.string().nullable(),
})

describeShop((shop) => {
  describe("the connection to CatalystPay as the merchant sees it", () => health(shop))

  describe("a problem in the dashboard's feed", () => problemFeed(shop))

  describe("an order's debits as the merchant sees them", () => {
    it("tell state, account, mandate, attempts and what happened", async () => {
      const shopper = shop.newShopper()
      await shopper.goToPayment()
      await shopper.giveBankAccount(DECLINED)
      await shopper.complete()
      await shopper.giveBankAccount(APPROVED)
      const order = await shopper.placeOrder()
      const list = await captured(shop, order.id)

      expect(list).toMatchObject({ count: 1, limit: 20, next_cursor: null, previous_cursor: null })
      expect(list.debits[0]).toMatchObject({
        state: "captured",
        status: "approved",
        amount: "20.71",
        captured_amount: "20.71",
        refund_due_amount: "0.00",
        bank_account: {
          masked_iban: "DE •••• 3000",
          bank_name: "Commerzbank",
          bic: "COBADEFFXXX",
          holder_name: "Max Mustermann",
        },
        mandate: { sequence_type: "FRST" },
        attempts: [
          { attempt: 1, status: "declined", masked_iban: "DE •••• 6789", reference: `${shopper.sessionId}.1` },
          { attempt: 2, status: "approved", masked_iban: "DE •••• 3000", reference: `${shopper.sessionId}.2` },
        ],
        decline: null,
        test_mode: true,
        livemode: false,
      })
      expect(list.debits[0]).toMatchObject({ order: { id: order.id, display_id: expect.any(Number) as unknown }, problems: [] })
      expect(list.debits[0]?.mandate?.reference).toMatch(/^MAND-/)
      expect(list.debits[0]?.events[0]).toMatchObject({ type: "opened", source: "api" })
      expect(list.debits[0]?.events.find(({ type }) => type === "captured")).toMatchObject({
        source: "medusa",
        details: { amount: "20.71" },
      })
      expect(await shop.admin.get(`${ROUTE}/${list.debits[0]?.id}`)).toEqual({ debit: list.debits[0] })
    })

    it("hold neither a secret nor the shopper's e-mail", async () => {
      const shopper = shop.newShopper()
      await shopper.goToPayment()
      await shopper.giveBankAccount(APPROVED)
      const text = JSON.stringify(await debits(shop, `payment_collection_id=${shopper.collectionId}`))
      expect(text).toContain('"state":"ready"')
      const [session] = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
      expect(text).not.toContain(session?.session_token)
      expect(text).not.toContain(shopper.email)
      expect(text).not.toMatch(/sealed_iban|iban_check|session_token|user_agent|ip_address/)
    })

    it("are found by order and by payment collection, page by page", async () => {
      const one = await approved(shop)
      const other = await approved(shop)
      const found = await debits(shop, `order_id=${one.orderId}`)
      expect(found.debits.map((debit) => debit.payment_collection_id)).toEqual([one.shopper.collectionId])
      expect((await debits(shop, `order_id=${one.orderId}&payment_collection_id=${other.shopper.collectionId}`)).count).toBe(0)
      expect((await debits(shop, "order_id=order_unknown")).debits).toEqual([])

      const first = await debits(shop, "limit=1")
      expect(first).toMatchObject({ count: 2, limit: 1, previous_cursor: null })
      const second = await debits(shop, `limit=1&cursor=${first.next_cursor}`)
      expect(second).toMatchObject({ count: 2, next_cursor: null })
      expect(second.debits.map((debit) => debit.payment_collection_id)).toEqual([one.shopper.collectionId])
      expect((await debits(shop, `limit=1&cursor=${second.previous_cursor}`)).debits).toEqual(first.debits)
    })
  })

  describe("a debit is found", () => {
    it("by its order's number, by what CatalystPay calls it, and by the end of its IBAN", async () => {
      const { shopper, orderId } = await approved(shop)
      const other = await approved(shop)
      await captured(shop, orderId)
      await captured(shop, other.orderId)
      const { debits: [debit] } = await debits(shop, `order_id=${orderId}`)
      const names = z.object({
        id: z.string(),
        reference: z.string(),
        order_number: z.string(),
        transaction_id: z.string(),
        mandate: z.object({ reference: z.string() }),
        order: z.object({ id: z.string(), display_id: z.number() }),
      })
      const { id, reference, order_number, transaction_id, mandate, order } = names.parse(debit)
      const typed = [id, reference, order_number.toLowerCase(), transaction_id, mandate.reference, order.id, `#${order.display_id}`]
      for (const q of typed) {
        const found = await debits(shop, `q=${encodeURIComponent(q)}`)
        expect({ q, found: found.debits.map((each) => each.id) }).toEqual({ q, found: [id] })
      }
      expect((await debits(shop, "q=3000&state=captured&state=settled")).count).toBe(2)
      expect((await debits(shop, `q=3000&livemode=live`)).count).toBe(0)
      expect((await debits(shop, `q=nobody`)).count).toBe(0)
      const { customer_id } = z.object({ customer_id: z.string() }).parse(debit)
      expect((await debits(shop, `customer_id=${customer_id}&account=default`)).debits[0]?.payment_collection_id).toBe(shopper.collectionId)
    })

    it("by what the merchant may have to act on", async () => {
      const { orderId } = await approved(shop)
      await approved(shop)
      await captured(shop, orderId)
      const { debits: [debit] } = await debits(shop, `order_id=${orderId}`)
      expect((await debits(shop, "trouble=true")).count).toBe(0)
      const ledger = shop.container().resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
      await ledger.problems.open({ code: "event_unmatched", subject: "txn_1", debit_id: debit?.id, order_id: orderId })
      expect((await debits(shop, "trouble=true")).debits).toMatchObject([
        { id: debit?.id, order: { id: orderId }, problems: [{ code: "event_unmatched", can_be_dismissed: true }] },
      ])
    })
  })

  merchantActions(shop)

  describe("a request for debits", () => {
    it("that names an unknown debit is answered with 404", async () => {
      const answer = await asAdmin(shop, `${ROUTE}/cpdeb_unknown`)
      expect(answer).toMatchObject({ status: 404, body: { type: "not_found", code: "debit_not_found" } })
    })

    it("that makes no sense is answered with 400", async () => {
      for (const query of ["colour=red", "limit=0", "limit=101", "offset=1", "limit=1&limit=2", "order_id=", "cursor=abc", "state=paid", "trouble=no", "from=2026-02-30", "from=2026-03-01&to=2026-02-01", "sort=email"]) {
        const answer = await asAdmin(shop, `${ROUTE}?${query}`)
        expect({ query, ...answer }).toMatchObject({ query, status: 400, body: { code: "invalid_request" } })
      }
    })
  })
}, { options: { paymentLink: "https://shop.example/{country_code}/order/{order_id}/pay?lang={locale}" } })

async function debits(shop: Shop, query: string) {
  return debitList.parse(await shop.admin.get(`${ROUTE}?${query}`))
}

async function captured(shop: Shop, orderId: string) {
  return eventually(
    () => debits(shop, `order_id=${orderId}`),
    (list) => list.debits[0]?.state === "captured",
  )
}

async function approved(shop: Shop): Promise<{ shopper: Shopper; orderId: string }> {
  const shopper = shop.newShopper()
  await shopper.goToPayment()
  await shopper.giveBankAccount(APPROVED)
  const { id } = await shopper.placeOrder()
  return { shopper, orderId: id }
}

/** Unlike `shop.admin`, takes any status for an answer. */
async function asAdmin(shop: Shop, path: string) {
  const { body } = await shop.http.call("POST", "/auth/user/emailpass", ADMIN)
  const { token } = tokenAnswer.parse(body)
  return shop.http.call("GET", path, undefined, { authorization: `Bearer ${token}` })
}

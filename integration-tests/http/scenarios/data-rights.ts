import { z } from "zod"
import catalystpayClean from "../../../src/jobs/catalystpay-clean"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../../src/modules/catalystpay"
import { SYSTEM_CLOCK } from "../../../src/modules/catalystpay/clock"
import { exportCustomerDataWorkflow, forgetCustomerWorkflow } from "../../../src/workflows"
import { allProcessed, Paid } from "../support/collected"
import { eventually } from "../support/eventually"
import { APPROVED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"

const FOURTEEN_MONTHS_MS = 427 * 24 * 60 * 60 * 1000
const customer = z.object({ customer: z.object({ id: z.string() }) })

export function dataRights(shop: Shop): void {
  const ledger = () => shop.container().resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)

  /** The tables of the ledger, and what Medusa copies from them, in which one of the texts stands. */
  async function placesWith(...texts: string[]): Promise<string[]> {
    const tables = await shop.database.rows("select tablename as name from pg_tables where tablename like 'catalystpay_%'")
    const sources = [
      ...tables.map(({ name }) => ({ place: String(name), sql: `select t::text as line from "${String(name)}" as t` })),
      { place: "payment_session.data", sql: "select data::text as line from payment_session" },
      { place: "payment.data", sql: "select data::text as line from payment" },
      { place: "workflows", sql: "select t::text as line from workflow_execution as t where workflow_id like 'catalystpay-%'" },
    ]
    const found: string[] = []
    for (const { place, sql } of sources) {
      const lines = (await shop.database.rows(sql)).map(({ line }) => String(line).toLowerCase())
      found.push(...(lines.some((line) => texts.some((text) => line.includes(text.toLowerCase()))) ? [place] : []))
    }
    return found
  }

  async function chargedBackOrder(): Promise<Paid> {
    const shopper = shop.newShopper()
    await shopper.register()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    const order = await shopper.placeOrder()
    await eventually(() => shopper.order(order.id), ({ payment_status }) => payment_status === "captured")
    const paid = new Paid(shop, shopper, order.id)
    shop.sandbox.chargeBack(paid.transaction, { reason_code: "MD06", amount: "15.00" })
    await paid.until(({ state }) => state === "charged_back")
    await allProcessed(shop)
    return paid
  }

  it("is told to whom it belongs, erased on request but for the evidence, and that when its time is over", async () => {
    const paid = await chargedBackOrder()
    const { shopper } = paid
    const { id } = customer.parse((await shopper.call("GET", "/store/customers/me")).body).customer
    const [token = ""] = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email).map(({ session_token }) => session_token)

    const { result: exported } = await exportCustomerDataWorkflow(shop.container()).run({ input: { customer_id: id } })
    expect(exported).toMatchObject({
      left_out: [],
      data: {
        debits: [
          {
            state: "charged_back",
            email: shopper.email,
            customer_id: id,
            mandates: [{ account_holder: "Max Mustermann", account_last_four_digits: "3000" }],
            chargebacks: [{ reason: { code: "MD06" } }],
            webhooks: expect.arrayContaining([expect.objectContaining({ event: "payment_session.completed" })]) as unknown,
          },
        ],
      },
    })
    expect(JSON.stringify(exported)).not.toContain(token)

    expect(await placesWith("Commerzbank")).toEqual(["catalystpay_debit", "payment_session.data", "payment.data"])

    const input = { email: shopper.email.toUpperCase() }
    const { result: forgotten } = await forgetCustomerWorkflow(shop.container()).run({ input })
    const evidence = { why: "evidence", until: expect.stringMatching(/^\d{4}-\d\d-/) as unknown }
    expect(forgotten).toMatchObject({ left_out: [], debits: [{ status: "approved", session_cancelled: false, kept: evidence }] })
    expect(await placesWith(shopper.email, "Commerzbank")).toEqual([])
    expect(await placesWith("Max Mustermann")).toEqual(["catalystpay_mandate"])
    expect(await shopper.session()).toMatchObject({ data: { status: "approved", bank_account: null } })
    const { result: again } = await forgetCustomerWorkflow(shop.container()).run({ input })
    expect(again).toEqual(forgotten)

    shop.sandbox.refund(paid.transaction, { amount: "5.00" })
    await paid.until(({ refunded_amount }) => refunded_amount === "5.00")
    await allProcessed(shop)
    expect(await paid.debit()).toMatchObject({ state: "charged_back", bank_account: null })

    ledger().clock = { ...SYSTEM_CLOCK, now: () => new Date(Date.now() + FOURTEEN_MONTHS_MS) }
    await catalystpayClean(shop.container()).finally(() => (ledger().clock = SYSTEM_CLOCK))
    expect(await placesWith(shopper.email, "Max Mustermann", token, id)).toEqual([])
    expect(await paid.debit()).toMatchObject({ captured_amount: "20.71", bank_account: null, mandate: null })
    expect(await paid.paymentStatus()).toBe("partially_refunded")
  })

  it("of whom nobody is named is refused", async () => {
    await expect(forgetCustomerWorkflow(shop.container()).run({ input: {} })).rejects.toMatchObject({ type: "invalid_data" })
  })
}

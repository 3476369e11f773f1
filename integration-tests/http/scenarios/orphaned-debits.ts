import { agreeWithLedger } from "../../../src/workflows"
import catalystpayHealOrders from "../../../src/jobs/catalystpay-heal-orders"
import { eventually } from "../support/eventually"
import { APPROVED, AWAITING } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"
import { Stranding } from "../support/stranding"

export function orphanedDebits(shop: Shop): void {
  const stranding = new Stranding(shop)
  const runJob = () => catalystpayHealOrders(shop.container())
  const problems = () => shop.database.rows("select code, details, closed_at from catalystpay_problem order by created_at")

  /** Signs at the bank and closes the browser: nobody completes the cart. */
  async function signAndLeave(): Promise<Shopper> {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(AWAITING)
    await shopper.complete()
    shop.sandbox.holdWebhooks()
    const page = (await shopper.session()).data.verification_url ?? ""
    await fetch(page, { method: "POST", body: new URLSearchParams({ decision: "sign" }), redirect: "manual" })
    // What the settling job, or a webhook, makes of it.
    await shop.database.rows("update catalystpay_debit set status = 'approved', approved_at = now() returning id")
    await stranding.age(shopper)
    return shopper
  }

  it("get their order from the job when the shopper is gone", async () => {
    const shopper = await signAndLeave()
    await Promise.all([runJob(), runJob()])
    expect(await shopper.cartIsOpen()).toBe(false)
    expect(await shop.database.count("payment")).toBe(1)
    expect(await problems()).toEqual([])
  })

  it("are reported when the goods are sold out meanwhile, until the money was given back", async () => {
    const shopper = await signAndLeave()
    await shop.database.rows("update inventory_level set stocked_quantity = 0, raw_stocked_quantity = '{\"value\":\"0\",\"precision\":20}' returning id")
    await runJob()
    const debit = await shop.database.debit(shopper.sessionId)
    expect(debit.orphaned_at).not.toBeNull()
    expect(await problems()).toMatchObject([
      { code: "debit_without_order", closed_at: null, details: { amount: "20.71", currency: "EUR", source: "store" } },
    ])
    await shop.database.rows("update catalystpay_debit set refunded_amount = amount returning id")
    await agreeWithLedger(shop.container(), String(debit.id))
    expect((await problems())[0]?.closed_at).not.toBeNull()
  })

  it("are money that a cancelled order keeps, until it was given back in full", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    shop.sandbox.holdWebhooks()
    const { id } = await shopper.placeOrder()
    await shop.admin.post(`/admin/orders/${id}/cancel`)
    expect(await eventually(problems, (found) => found.length > 0)).toMatchObject([
      { code: "canceled_order_keeps_money", closed_at: null, details: { amount: "20.71" } },
    ])
    await shop.sandbox.releaseWebhooks()
    await eventually(() => shop.database.deliveries(), (rows) => rows.length > 0 && rows.every((row) => row.processed_at !== null))
    expect(await shop.database.count("capture")).toBe(0)
    await shop.database.rows("update catalystpay_debit set refunded_amount = amount returning id")
    await runJob()
    expect((await problems())[0]?.closed_at).not.toBeNull()
  })
}

import catalystpayClean from "../../../src/jobs/catalystpay-clean"
import { APPROVED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"

export function sweeps(shop: Shop): void {
  const clean = () => catalystpayClean(shop.container())
  const statusOf = async (shopper: Shopper) => (await shop.database.debit(shopper.sessionId)).status

  async function readyShopper(): Promise<Shopper> {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    expect((await shopper.giveBankAccount(APPROVED)).status).toBe(200)
    return shopper
  }

  async function ageDebit(shopper: Shopper): Promise<void> {
    const past = "now() - interval '3 days'"
    const sql = `update catalystpay_debit set created_at = ${past}, updated_at = ${past}, sealed_at = ${past} where payment_session_id = ? returning id`
    await shop.database.rows(sql, [shopper.sessionId])
  }

  async function ageCart(shopper: Shopper): Promise<void> {
    await shop.database.rows("update cart set updated_at = now() - interval '3 days' where id = ? returning id", [shopper.cartId])
  }

  it("to a cart abandoned for days is told to start anew, and can", async () => {
    const shopper = await readyShopper()
    const abandoned = shopper.sessionId
    await ageDebit(shopper)
    await shop.database.rows(
      "update catalystpay_debit set sealed_at = now() where payment_session_id = ? returning id",
      [abandoned],
    )
    await ageCart(shopper)
    await Promise.all([clean(), clean()])
    expect(await shop.database.debit(abandoned)).toMatchObject({ status: "cancelled", sealed_iban: null, iban_check: null })
    expect(shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)).toMatchObject([{ status: "EXPIRED" }])
    expect(shop.gatewayCalls().filter((operation) => operation === "cancel")).toHaveLength(1)

    expect(await shopper.giveBankAccount(APPROVED)).toMatchObject({ status: 409, body: { code: "session_not_payable" } })
    expect((await shopper.openSession()).status).toBe(200)
    expect(shopper.sessionId).not.toBe(abandoned)
    expect((await shopper.giveBankAccount(APPROVED)).status).toBe(200)
    expect((await shopper.placeOrder()).payment_status).toBe("authorized")
  })

  it("who pressed nothing for a day is asked for the bank account again, in the same session", async () => {
    const shopper = await readyShopper()
    await ageDebit(shopper)
    await clean()
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "opened", sealed_iban: null, iban_last4: null })
    expect(await shopper.complete()).toMatchObject({
      status: 200,
      body: { type: "cart", error: { type: "payment_requires_more_error" } },
    })
    expect(await shopper.session()).toMatchObject({ status: "pending", data: { status: "opened", bank_account: null } })
    expect((await shopper.giveBankAccount(APPROVED)).status).toBe(200)
    expect((await shopper.placeOrder()).payment_status).toBe("authorized")
  })

  it("finds the session alive when the cart was changed meanwhile", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await ageDebit(shopper)
    await clean()
    expect(await statusOf(shopper)).toBe("opened")
    expect(shop.gatewayCalls()).not.toContain("cancel")
  })

  it("finds the debit of a placed order as it was", async () => {
    const shopper = await readyShopper()
    await shopper.placeOrder()
    await shop.database.rows("update catalystpay_debit set status = 'declined' where payment_session_id = ? returning id", [
      shopper.sessionId,
    ])
    await ageDebit(shopper)
    await ageCart(shopper)
    await clean()
    expect(await statusOf(shopper)).toBe("declined")
    expect(shop.gatewayCalls()).not.toContain("cancel")
  })
}

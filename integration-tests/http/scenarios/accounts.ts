import { eventually } from "../support/eventually"
import { APPROVED, AWAITING } from "../support/ibans"
import type { Shop } from "../support/shop-suite"

const GERMAN = "pp_catalystpay_sepa"
const FRENCH = "pp_catalystpay_sepa-fr"

export function accounts(shop: Shop): void {
  const sessionsOf = (email: string) => shop.sandbox.sessions().filter(({ lead }) => lead.email === email)

  async function goToPayment(provider: string, cart?: Record<string, unknown>) {
    const shopper = shop.newShopper()
    await shopper.fillCart(cart)
    await shopper.openCollection()
    expect((await shopper.openSession(undefined, provider)).status).toBe(200)
    return shopper
  }

  it.each([
    [GERMAN, "default", "Demo Shop GmbH"],
    [FRENCH, "fr", "Demo Boutique SARL"],
  ])("pay an order by %s with the creditor of the account %s", async (provider, account, creditor) => {
    const shopper = await goToPayment(provider)
    const mandate = await shopper.mandate("en")
    expect(mandate).toMatchObject({ status: 200, body: { mandate: { creditor: { name: creditor } } } })
    expect((await shopper.giveBankAccount(APPROVED)).status).toBe(200)
    const { id } = await shopper.placeOrder()
    const order = await eventually(() => shopper.order(id), (now) => now.payment_status === "captured")
    expect(order.payment_collections[0]?.payment_sessions[0]?.provider_id).toBe(provider)
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ account, status: "approved" })
  })

  it("collect through the gateways that their accounts name", async () => {
    const german = await goToPayment(GERMAN)
    const french = await goToPayment(FRENCH)
    const [one, other] = [sessionsOf(german.email)[0], sessionsOf(french.email)[0]]
    expect([one?.mode, other?.mode]).toEqual(["campaign", "campaign"])
    expect(one?.gateway_id).not.toBe(other?.gateway_id)
  })

  it("leave one open session when the shopper of a cart turns from one to the other and back", async () => {
    const shopper = await goToPayment(GERMAN)
    await shopper.giveBankAccount(APPROVED)
    expect((await shopper.openSession(undefined, FRENCH)).status).toBe(200)
    expect(await shopper.sessions()).toHaveLength(1)
    expect((await shopper.session()).data).toMatchObject({ status: "opened", bank_account: null })
    expect((await shopper.openSession(undefined, GERMAN)).status).toBe(200)
    expect(sessionsOf(shopper.email).map(({ status }) => status)).toEqual(["EXPIRED", "EXPIRED", "PENDING"])
    const rows = await shop.database.rows("select account, status, sealed_iban from catalystpay_debit order by created_at")
    expect(rows).toEqual([
      { account: "default", status: "cancelled", sealed_iban: null },
      { account: "fr", status: "cancelled", sealed_iban: null },
      { account: "default", status: "opened", sealed_iban: null },
    ])
    await shopper.giveBankAccount(APPROVED)
    await shopper.placeOrder()
  })

  it("take a lead's sessions from each other's carts, because one key is one tenant", async () => {
    const first = await goToPayment(GERMAN)
    const second = await goToPayment(FRENCH, { email: first.email })
    expect(await shop.database.debit(first.sessionId)).toMatchObject({ status: "superseded" })
    await second.giveBankAccount(APPROVED)
    await second.placeOrder()
  })

  it("do not take a debit from each other that is at the bank", async () => {
    const shopper = await goToPayment(GERMAN)
    await shopper.giveBankAccount(AWAITING)
    await shopper.complete()
    expect(await shopper.openSession(undefined, FRENCH)).toMatchObject({
      status: 409,
      body: { code: "payment_in_progress" },
    })
    const other = shop.newShopper()
    await other.fillCart({ email: shopper.email })
    await other.openCollection()
    expect(await other.openSession(undefined, FRENCH)).toMatchObject({
      status: 409,
      body: { code: "payment_in_progress_elsewhere" },
    })
  })
}

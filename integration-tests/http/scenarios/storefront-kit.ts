import Medusa from "@medusajs/js-sdk"
import { createSepaCheckout, createSepaClient, type CartToPay, type SepaClient } from "../../../storefront"
import { APPROVED, AWAITING, DECLINED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"

/** The kit's own client, by Medusa's own SDK: what its unit tests take for granted of the routes is seen here. */
export function storefrontKit(shop: Shop): void {
  function newClient(): SepaClient {
    const auth = { type: "jwt", jwtTokenStorageMethod: "memory" } as const
    return createSepaClient(new Medusa({ baseUrl: shop.http.baseUrl(), publishableKey: shop.seeded().publishable_key, auth }))
  }

  async function newCart(): Promise<CartToPay> {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    return { id: shopper.cartId }
  }

  /** What the shopper does on the bank's page. */
  async function decide(page: string, decision: "sign" | "refuse"): Promise<void> {
    const response = await fetch(page, { method: "POST", body: new URLSearchParams({ decision }), redirect: "manual" })
    expect(response.status).toBe(200)
  }

  async function atPayment() {
    const checkout = createSepaCheckout({ client: newClient(), purchase: await newCart(), locale: "fr" })
    await checkout.start()
    const pay = (iban: string) =>
      checkout.pay({
        iban,
        iban_holder_name: "Max Mustermann",
        text_version: checkout.getState().mandate?.text_version ?? "",
      })
    return { checkout, pay }
  }

  it("pays with another account after a decline, and shows the mandate in the shopper's language", async () => {
    const { checkout, pay } = await atPayment()
    expect(checkout.getState()).toMatchObject({
      outcome: { type: "needs_bank_account" },
      mandate: { locale: "fr", text: expect.stringContaining("8 semaines") as unknown },
    })
    expect(await checkout.validateIban(APPROVED)).toMatchObject({ type: "valid", country: "DE" })
    await pay(DECLINED)
    expect(checkout.getState().outcome).toMatchObject({ type: "declined", code: "insufficient_funds", order_id: null })
    await pay(APPROVED)
    expect(checkout.getState().outcome).toMatchObject({
      type: "placed",
      order: { id: expect.stringMatching(/^order_/) as unknown, display_id: expect.any(Number) as unknown },
      session: { data: { status: "approved" } },
    })
  })

  it("follows the mandate that has to be signed, and the shopper back", async () => {
    const client = newClient()
    const cart = await newCart()
    const leaving = createSepaCheckout({ client, purchase: cart, locale: "de" })
    await leaving.start()
    const text_version = leaving.getState().mandate?.text_version ?? ""
    await leaving.pay({ iban: AWAITING, iban_holder_name: "Max Mustermann", text_version })
    const { outcome } = leaving.getState()
    const url = outcome?.type === "needs_verification" ? outcome.url : ""
    await decide(url, "sign")
    // The page that the bank sends back to knows the cart, and nothing of the session.
    const back = createSepaCheckout({ client, purchase: cart, locale: "de" })
    await back.start("vnd_verify_1")
    expect(back.getState().outcome).toMatchObject({ type: "placed" })
  })

  it("takes the word of a shopper who signed on another device, and goes on waiting where there is no signature", async () => {
    const { checkout, pay } = await atPayment()
    await pay(AWAITING)
    const url = checkout.getState().session?.data.verification_url ?? ""
    await checkout.signed()
    expect(checkout.getState().outcome).toMatchObject({ type: "needs_verification", url })
    await decide(url, "sign")
    await checkout.signed()
    expect(checkout.getState().outcome).toMatchObject({ type: "placed" })
  })

  it("keeps the way to the bank while the bank alone can end it, and goes on with another account after the refusal", async () => {
    const { checkout, pay } = await atPayment()
    await pay(AWAITING)
    const url = checkout.getState().session?.data.verification_url ?? ""
    await checkout.giveUp()
    expect(checkout.getState()).toMatchObject({
      outcome: { type: "in_progress", code: "verification_open" },
      session: { data: { verification_url: url } },
    })
    await decide(url, "refuse")
    await checkout.giveUp()
    expect(checkout.getState().outcome).toMatchObject({ type: "declined", code: "mandate_rejected" })
    await pay(APPROVED)
    expect(checkout.getState().outcome).toMatchObject({ type: "placed" })
  })

  it("hears the codes of refusals, which Medusa's SDK keeps to itself", async () => {
    const client = newClient()
    expect(await client.mandate("payses_of_nobody", "en")).toMatchObject({ type: "refused", code: "session_not_found", status: 404 })
    const started = await client.startSession(await newCart())
    const session_id = started.type === "needs_bank_account" ? started.session.id : ""
    const account = { session_id, iban: APPROVED, iban_holder_name: "Max Mustermann" }
    const outdated = { accepted: true, locale: "en", text_version: "1999-01" }
    expect(await client.attachBankAccount({ ...account, mandate: outdated })).toMatchObject({
      type: "refused",
      code: "mandate_text_outdated",
      field: "mandate",
    })
    const incomplete = shop.newShopper()
    await incomplete.fillCart({ billing_address: undefined, shipping_address: undefined })
    expect(await client.startSession({ id: incomplete.cartId })).toMatchObject({ type: "refused", code: "lead_incomplete" })
  })
}

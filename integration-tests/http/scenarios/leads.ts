import type { Shop } from "../support/shop-suite"
import { ADDRESS } from "../support/shopper"

/** What the gateway is told of the shopper when the payment is opened. */
export function leads(shop: Shop): void {
  it("tells the gateway the shopper's own address, and not one that a header claims", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    await shopper.openCollection()
    await shopper.openSession(undefined, undefined, { "x-forwarded-for": "203.0.113.7" })
    const [debit] = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
    expect(["127.0.0.1", "::1"]).toContain(debit?.customer_ip)
  })

  it("takes the lead from the billing address", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment({
      billing_address: { ...ADDRESS, first_name: "Erika", city: "Wien", postal_code: "1010", country_code: "at" },
    })
    const [debit] = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
    expect(debit?.lead).toMatchObject({
      first_name: "Erika",
      last_name: "Mustermann",
      email: shopper.email,
      country: "AT",
      address: "Musterstraße 42",
      city: "Wien",
      postal_code: "1010",
    })
  })

  it("falls back to the shipping address where there is no billing address", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment({ billing_address: undefined })
    const [debit] = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
    expect(debit?.lead).toMatchObject({ first_name: "Max", last_name: "Mustermann", country: "DE", city: "Berlin" })
  })

  it("asks for what the lead lacks, by name, and opens nothing", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart({
      email: undefined,
      billing_address: undefined,
      shipping_address: { ...ADDRESS, last_name: " " },
    })
    await shopper.openCollection()
    expect(await shopper.openSession()).toEqual({
      status: 400,
      body: {
        type: "invalid_data",
        code: "lead_incomplete",
        message: "Please complete your details first: e-mail, last name.",
      },
    })
    expect(shop.gatewayCalls()).toEqual([])
    expect(await shopper.sessions()).toEqual([])
  })
}

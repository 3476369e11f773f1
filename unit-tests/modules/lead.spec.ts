import { toLead, withoutLeadFields } from "../../src/modules/catalystpay/checkout/lead"

const billing = {
  first_name: " Max ",
  last_name: "Mustermann",
  address_1: "Musterstraße 42",
  city: "Berlin",
  postal_code: "10115",
  country_code: "de",
  phone: "+49 30 1234",
}

describe("the lead", () => {
  it("is made of the billing address", () => {
    expect(toLead({ email: "Max@Example.com", billing_address: billing })).toEqual({
      first_name: "Max",
      last_name: "Mustermann",
      email: "max@example.com",
      country: "DE",
      address: "Musterstraße 42",
      city: "Berlin",
      postal_code: "10115",
      phone: "+49 30 1234",
    })
  })

  it("takes from the shipping address what the billing address lacks", () => {
    const lead = toLead({
      email: "max@example.com",
      billing_address: { ...billing, city: " ", phone: null },
      shipping_address: { ...billing, city: "Wien", country_code: "at", phone: undefined },
    })
    expect(lead).toMatchObject({ city: "Wien", country: "DE" })
    expect(lead).not.toHaveProperty("phone")
  })

  it("names everything that is missing at once", () => {
    expect(() => toLead({ billing_address: { first_name: "Max" } })).toThrow("e-mail, last name, country")
  })
})

describe("a lead of which CatalystPay refused fields", () => {
  const lead = { first_name: "Max", last_name: "Mustermann", email: "max@example.com", country: "DE", phone: "030 1", city: "Berlin" }

  it.each([
    [["lead.phone"], ["city"]],
    [["phone"], ["city"]],
    [["lead.phone", "lead.city"], []],
  ])("goes without %j", (refused, left) => {
    const { first_name, last_name, email, country, ...rest } = withoutLeadFields(lead, refused) ?? {}
    expect({ first_name, last_name, email, country }).toEqual({ first_name: "Max", last_name: "Mustermann", email: "max@example.com", country: "DE" })
    expect(Object.keys(rest)).toEqual(left)
  })

  it.each([
    ["a required one is among them", ["lead.phone", "lead.email"]],
    ["the lead had no such field", ["lead.postal_code"]],
    ["it is no field of the lead", ["amount"]],
    ["none was named", []],
  ])("is not sent again when %s", (_why, refused) => {
    expect(withoutLeadFields(lead, refused)).toBeNull()
  })
})

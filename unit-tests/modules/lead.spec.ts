import { toLead } from "../../src/modules/catalystpay/lead"

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

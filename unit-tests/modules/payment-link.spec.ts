import { linkTo, paymentLink } from "../../src/modules/catalystpay/checkout/payment-link"

const LINK = "https://shop.example/{country_code}/order/{order_id}/pay?lang={locale}#{display_id}"

describe("the option paymentLink", () => {
  it("takes addresses with the places that an order fills", () => {
    for (const template of [LINK, "http://localhost:8000/pay/{order_id}", "https://shop.example/pay?order={display_id}"]) {
      expect(paymentLink.parse(template)).toBe(template)
    }
  })

  it.each([
    ["http://shop.example/{order_id}", "must be an https address"],
    ["javascript:alert({order_id})", "must be an https address"],
    ["/order/{order_id}/pay", "must be an https address"],
    ["https://{order_id}.shop.example/pay", "must name its host itself"],
    ["https://me:secret@shop.example/{order_id}", "neither user name nor password"],
    ["https://shop.example/{email}/{order_id}", "and not {email}"],
    ["https://shop.example/{}/{order_id}", "and not {}"],
    ["https://shop.example/pay", "must say which order is to be paid"],
  ])("refuses %s with a sentence", (template, sentence) => {
    expect(paymentLink.safeParse(template).error?.issues.map(({ message }) => message).join()).toContain(sentence)
  })

  it("is filled with what an order is called, and with nothing that changes the address", () => {
    const order = { order_id: "order_1/../?x=$&", display_id: "12", country_code: "de", locale: "de-AT" }
    expect(linkTo(LINK, order)).toBe("https://shop.example/de/order/order_1%2F..%2F%3Fx%3D%24%26/pay?lang=de-AT#12")
  })
})

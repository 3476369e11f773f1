import { en } from "../../../storefront"
import { APPROVED, TO_BE_SIGNED } from "../support/ibans"
import type { Suite } from "../support/suite"
import type { Visit } from "../support/visit"

export function verifications(suite: () => Suite): void {
  async function atBank(): Promise<Visit> {
    const visit = await suite().visitAtPayment()
    await visit.pay(TO_BE_SIGNED)
    await visit.atBank()
    return visit
  }

  it("places the order when the shopper comes back from signing, and leaves no id in the address", async () => {
    const visit = await atBank()
    await visit.decide("Sign the mandate")
    const order = await visit.thanks()
    expect(visit.path).toBe(`/order/${order}/confirmed`)
    await visit.confirmed()
    expect(await suite().sandbox.payCalls()).toBe(1)
  })

  it("takes another account after the signature was refused", async () => {
    const visit = await atBank()
    await visit.decide("Refuse")
    await visit.page.getByText(en.verification.refused).waitFor()
    expect(visit.path).toBe("/checkout/payment")
    await visit.pay(APPROVED)
    await visit.thanks()
  })

  it("goes on where it was left, days later in another tab, also after a reload", async () => {
    const visit = await atBank()
    const bank = visit.page.url()
    const later = await visit.context.newPage()
    await later.goto(suite().info.storefront_url + "/cart")
    await later.getByLabel(/^Quantity of/).selectOption("2")
    await later.getByText("A payment for this cart is under way").waitFor()
    await later.getByRole("link", { name: "Go to the payment" }).click()
    await later.getByText(en.verification.needed).waitFor()
    await later.reload()
    const way = later.getByRole("link", { name: en.labels.to_bank })
    expect(await way.getAttribute("href")).toBe(bank)
    await way.click()
    await later.getByRole("button", { name: "Sign the mandate" }).click()
    await later.waitForURL(/\/confirmed$/)
    expect(await suite().sandbox.payCalls()).toBe(1)
  })

  it("takes the word of a shopper who signed on another device", async () => {
    const visit = await atBank()
    const phone = await suite().visit({ viewport: { width: 390, height: 800 } })
    await phone.page.goto(visit.page.url())
    await phone.decide("Sign the mandate")
    await phone.page.getByText("No payment was begun in this browser.").waitFor()
    await visit.page.goBack()
    await visit.page.getByText(en.verification.needed).waitFor()
    await visit.button(en.labels.signed).click()
    await visit.thanks()
    await visit.confirmed()
    expect(await suite().sandbox.payCalls()).toBe(1)
  })

  it("shows the order to a shopper who comes back twice", async () => {
    const visit = await atBank()
    const [returning] = await Promise.all([
      visit.page.waitForRequest((request) => request.url().includes("/checkout/return")),
      visit.decide("Sign the mandate"),
    ])
    const order = await visit.thanks()
    await visit.page.goto(returning.url())
    expect(await visit.thanks()).toBe(order)
    expect(await suite().sandbox.payCalls()).toBe(1)
  })

  it("is not cancelled while the bank alone can end it, and the way to the bank stays", async () => {
    const visit = await atBank()
    await visit.page.goBack()
    await visit.button(en.labels.give_up).click()
    await visit.page.getByText(en.errors.verification_open).waitFor()
    await visit.link(en.labels.to_bank).click()
    await visit.decide("Refuse")
    await visit.page.getByText(en.verification.refused).waitFor()
  })
}

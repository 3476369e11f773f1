import { en } from "../../../storefront"
import { APPROVED, DECLINED, TO_BE_SIGNED } from "../support/ibans"
import type { Suite } from "../support/suite"
import type { Visit } from "../support/visit"

export function payingAgain(suite: () => Suite): void {
  /** The bank returns the debit before anything was captured. */
  async function atUnpaidOrder(): Promise<Visit> {
    const visit = await suite().visitAtPayment()
    await suite().sandbox.fallSilent()
    await visit.pay(APPROVED)
    const order = await visit.thanks()
    await suite().sandbox.speakAgain()
    await suite().sandbox.bounceLast()
    await visit.page.getByText("it is not paid yet").waitFor()
    expect(await suite().paymentStatus(order)).toBe("not_paid")
    await visit.link("Pay this order").click()
    await visit.mandate.waitFor()
    return visit
  }

  it("pays an order whose debit came back, with another account after a decline", async () => {
    const visit = await atUnpaidOrder()
    await visit.pay(DECLINED)
    await visit.page.getByText(`${en.outcomes.order_stands} ${en.declines.insufficient_funds}`).waitFor()
    await visit.pay(APPROVED)
    await visit.page.waitForURL(/\/order\/[^/]+$/)
    await visit.confirmed()
    expect(await suite().sandbox.payCalls()).toBe(3)
  })

  it("knows the shopper who comes back from signing for an order", async () => {
    const visit = await atUnpaidOrder()
    await visit.pay(TO_BE_SIGNED)
    await visit.atBank()
    await visit.decide("Sign the mandate")
    await visit.page.waitForURL(/\/order\/[^/]+$/)
    await visit.confirmed()
  })
}

import { en } from "../../../storefront"
import { APPROVED, DECLINED, TO_BE_SIGNED } from "../support/ibans"
import type { Suite } from "../support/suite"

const COMPLETE = /\/store\/carts\/[^/]+\/complete/

export function steadiness(suite: () => Suite): void {
  it("pays once when pay is pressed twice", async () => {
    const visit = await suite().visitAtPayment()
    await visit.fillIn(APPROVED)
    await visit.payButton.dblclick()
    await visit.thanks()
    await visit.confirmed()
    expect(await suite().sandbox.payCalls()).toBe(1)
  })

  it("stands the back button in every step, and does not lead back into a payment that is made", async () => {
    const visit = await suite().visit({ cartId: await suite().makeCart() })
    await visit.open("/cart")
    await visit.link("Check out").click()
    await visit.page.getByText("How fast?").waitFor()
    await visit.button("Continue to payment").click()
    await visit.mandate.waitFor()
    await visit.page.goBack()
    await visit.heading("Where shall it go?").waitFor()
    await visit.page.goBack()
    await visit.heading("Your cart").waitFor()
    await visit.page.goForward()
    await visit.page.goForward()
    await visit.mandate.waitFor()
    await visit.pay(TO_BE_SIGNED)
    await visit.atBank()
    await visit.page.goBack()
    await visit.page.getByText(en.verification.needed).waitFor()
    await visit.page.goForward()
    await visit.decide("Sign the mandate")
    await visit.thanks()
    await visit.page.goBack()
    await visit.page.waitForURL((url) => !url.pathname.endsWith("/confirmed"))
    expect(await visit.page.locator(".cpay").count()).toBe(0)
    expect(await suite().sandbox.payCalls()).toBe(1)
  })

  it("finds everything again after a reload in every step, but the IBAN", async () => {
    const visit = await suite().visit({ cartId: await suite().makeCart() })
    const reloadAt = async (path: string, what: string | RegExp) => {
      await visit.open(path)
      await visit.page.getByText(what).first().waitFor()
      await visit.page.reload()
      await visit.page.getByText(what).first().waitFor()
    }
    await reloadAt("/product/wool-blanket", "130 by 200 cm")
    await reloadAt("/cart", "Enamel mug")
    await reloadAt("/checkout/address", "How fast?")
    expect(await visit.page.getByLabel("City").inputValue()).toBe("Köln")
    await visit.openPayment()
    await visit.fillIn(DECLINED)
    await visit.page.reload()
    await visit.mandate.waitFor()
    expect(await visit.iban.inputValue()).toBe("")
    expect(await visit.accept.isChecked()).toBe(false)
    await visit.pay(DECLINED)
    await visit.page.getByText(en.declines.insufficient_funds).waitFor()
    await visit.page.reload()
    await visit.page.getByText(en.declines.insufficient_funds).waitFor()
    await visit.pay(APPROVED)
    const order = await visit.thanks()
    await visit.page.reload()
    await visit.confirmed()
    await reloadAt(`/order/${order}`, "Payment confirmed")
  })

  it("waits on a slow line, and pays once however impatient the shopper is", async () => {
    const visit = await suite().visitAtPayment()
    const line = await visit.context.newCDPSession(visit.page)
    await line.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 600,
      downloadThroughput: 40_000,
      uploadThroughput: 20_000,
    })
    await visit.page.reload()
    await visit.mandate.waitFor()
    await visit.pay(APPROVED)
    await visit.page.getByText(en.steps.checking).waitFor()
    await visit.payButton.click({ force: true })
    await visit.iban.press("Enter")
    expect(await visit.iban.getAttribute("readonly")).not.toBeNull()
    await visit.thanks()
    expect(await suite().sandbox.payCalls()).toBe(1)
  })

  it("calls an outcome unknown when the line breaks at the worst moment, offers nothing to pay again, and finds the order", async () => {
    const visit = await suite().visitAtPayment()
    await visit.context.route(COMPLETE, async (route) => {
      await route.fetch()
      await route.abort("internetdisconnected")
    })
    await visit.pay(APPROVED)
    await visit.page.getByText(en.outcomes.unknown).waitFor()
    expect(await visit.payButton.count()).toBe(0)
    await visit.context.unroute(COMPLETE)
    const order = await visit.thanks()
    await visit.confirmed()
    expect(await suite().paymentStatus(order)).toBe("captured")
    expect(await suite().sandbox.payCalls()).toBe(1)
  })

  it("finds the order after a reload, too, when its answer was lost", async () => {
    const visit = await suite().visitAtPayment()
    let lost = 0
    await visit.context.route(COMPLETE, async (route) => {
      await route.fetch()
      lost += 1
      await route.abort("connectionreset")
    })
    await visit.pay(APPROVED)
    await visit.page.getByText(en.outcomes.unknown).waitFor()
    expect(lost).toBe(3)
    await visit.context.unroute(COMPLETE)
    await visit.page.reload()
    await visit.thanks()
    expect(await suite().sandbox.payCalls()).toBe(1)
  })

  it("tells that nothing was debited while the shop cannot be reached, and pays when it can", async () => {
    const visit = await suite().visitAtPayment()
    await visit.fillIn(APPROVED)
    await visit.context.setOffline(true)
    await visit.payButton.click()
    await visit.page.getByText(en.outcomes.unreachable).waitFor()
    expect(await suite().sandbox.payCalls()).toBe(0)
    await visit.context.setOffline(false)
    await visit.payButton.click()
    await visit.thanks()
  })

  it("shows an order whose bank has not answered as placed, and never as failed", async () => {
    const visit = await suite().visitAtPayment()
    await suite().sandbox.setFaults({ payDropsAnswerAfterAcceptance: true })
    await suite().sandbox.setSwitches({ "pay-after-500": "in-progress" })
    await visit.pay(APPROVED)
    const order = await visit.thanks()
    await visit.page.getByText("Your bank has not answered yet. You need not do anything, and must not pay again.").waitFor()
    expect(await suite().paymentStatus(order)).toBe("awaiting")
    expect(await visit.link("Pay this order").count()).toBe(0)
    await suite().sandbox.finish()
    await visit.confirmed()
    expect(await suite().sandbox.payCalls()).toBe(1)
  })
}

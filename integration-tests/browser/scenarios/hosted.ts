import { en } from "../../../storefront"
import { axeFindings, overflow } from "../support/accessibility"
import { APPROVED, DECLINED, TO_BE_SIGNED, UNLISTED } from "../support/ibans"
import type { Suite } from "../support/suite"
import type { Visit, VisitOptions } from "../support/visit"

export function hosted(suite: () => Suite): void {
  async function atChoice(options: VisitOptions = {}): Promise<Visit> {
    const visit = await suite().visitAtPayment(options)
    await visit.page.getByLabel("At CatalystPay").check()
    await visit.payLink.waitFor()
    return visit
  }

  async function atPaymentPage(): Promise<Visit> {
    const visit = await atChoice()
    await visit.payLink.click()
    await visit.page.waitForURL(/\/s\//)
    return visit
  }

  /** On CatalystPay's page, which is the sandbox's. */
  async function payThere(visit: Visit, iban: string): Promise<void> {
    visit.ibans.push(iban)
    await visit.page.getByLabel("IBAN").fill(iban)
    await visit.page.getByLabel("I accept this mandate").check()
    await visit.page.getByRole("button", { name: /^Pay / }).click()
  }

  it("places the order of who paid at CatalystPay, and the store never sees the IBAN", async () => {
    const visit = await atPaymentPage()
    const seen: string[] = []
    visit.page.on("request", (request) => {
      if (request.url().startsWith(suite().info.medusa_url)) {
        seen.push(request.postData() ?? "")
      }
    })
    await payThere(visit, UNLISTED)
    const order = await visit.thanks()
    expect(visit.path).toBe(`/order/${order}/confirmed`)
    await visit.confirmed()
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.join("\n")).not.toContain(UNLISTED)
  })

  it("waits for who was declined, or has to sign, at CatalystPay", async () => {
    const visit = await atPaymentPage()
    await payThere(visit, DECLINED)
    await visit.page.getByText("You can try another account").waitFor()
    await payThere(visit, TO_BE_SIGNED)
    await visit.atBank()
    await visit.decide("Sign the mandate")
    await visit.thanks()
    await visit.confirmed()
  })

  it("keeps the way there for who comes back without having paid, and lets them pay in the shop instead", async () => {
    const visit = await atPaymentPage()
    await visit.open("/checkout/return")
    await visit.payLink.waitFor()
    expect(visit.path).toBe("/checkout/payment")
    await visit.button(en.labels.check_again).click()
    await visit.payLink.waitFor()
    await visit.page.reload()
    await visit.payLink.waitFor()
    expect(await visit.page.getByLabel("At CatalystPay").isChecked()).toBe(true)
    await visit.page.getByLabel("In this shop").check()
    await visit.mandate.waitFor()
    await visit.pay(APPROVED)
    await visit.thanks()
    await visit.confirmed()
    expect(await suite().sandbox.payCalls()).toBe(1)
  })

  it("gives axe-core nothing to find, and needs no scrolling sideways at 320 px", async () => {
    const visit = await atChoice({ viewport: { width: 320, height: 640 }, withAxe: true })
    expect(await axeFindings(visit.page)).toEqual([])
    expect(await overflow(visit.page)).toBe(0)
  })
}

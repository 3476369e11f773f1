import { DECLINED, TO_BE_SIGNED } from "./ibans"
import type { Suite } from "./suite"
import type { VisitOptions, Visit } from "./visit"

/** Called in front of every page and every state of the payment, with a name for it. */
export type Look = (name: string, visit: Visit) => Promise<void>

/** Through the whole shop, once. */
export async function tour(suite: Suite, options: VisitOptions, look: Look): Promise<void> {
  const visit = await suite.visit(options)
  const { page } = visit
  await visit.open("/")
  await page.getByText("Wool blanket").waitFor()
  await look("home", visit)
  await visit.open("/cart")
  await page.getByText("There is nothing in it yet.").waitFor()
  await look("empty cart", visit)
  await visit.open("/log-in")
  await page.getByLabel("Password").waitFor()
  await look("log-in", visit)
  await visit.open("/nowhere")
  await visit.heading("There is nothing here").waitFor()
  await look("not found", visit)
  await visit.open("/checkout/return?verification_id=vnd_1")
  await visit.heading("Thank you").waitFor()
  await look("another device", visit)
  await visit.open("/product/enamel-mug")
  await visit.button("Add to cart").click()
  await visit.link("Go to the cart").waitFor()
  await look("product", visit)
  await visit.link("Go to the cart").click()
  await visit.link("Check out").waitFor()
  await look("cart", visit)
  await visit.link("Check out").click()
  await page.getByText("How fast?").waitFor()
  await page.getByLabel("City").fill("")
  await page.getByLabel("E-mail").fill("erika")
  await visit.button("Continue to payment").click()
  await page.getByText("Please enter your city.").waitFor()
  await look("address", visit)
  await page.getByLabel("City").fill("Köln")
  await page.getByLabel("E-mail").fill(`tour.${Date.now()}@example.com`)
  await visit.button("Continue to payment").click()
  await tourOfPayment(visit, look)
}

async function tourOfPayment(visit: Visit, look: Look): Promise<void> {
  const { page } = visit
  await visit.mandate.waitFor()
  await page.getByText("IBANs to try").click()
  await look("payment", visit)
  await page.getByText("IBANs to try").click()
  await visit.payButton.click()
  await page.getByText("Please enter your IBAN.").waitFor()
  await look("payment with errors", visit)
  await visit.pay(DECLINED)
  await page.getByText("You can try another account.").waitFor()
  await look("declined", visit)
  await visit.pay(TO_BE_SIGNED)
  await visit.atBank()
  await page.goBack()
  await page.locator("[data-view=verification]").waitFor()
  await page.getByRole("link", { name: "Continue to your bank" }).waitFor()
  await look("verification", visit)
  await page.getByRole("link", { name: "Continue to your bank" }).click()
  await visit.decide("Sign the mandate")
  await visit.thanks()
  await visit.confirmed()
  await look("confirmed", visit)
  await visit.link("Follow your order").click()
  await visit.heading(/^Order \d+$/).waitFor()
  await visit.confirmed()
  await look("order", visit)
  await visit.open(`${visit.path}/pay`)
  await page.getByText("There is nothing left to pay for this order.").waitFor()
  await look("paid order", visit)
}

import { de } from "../../../storefront"
import { DECLINED, TO_BE_SIGNED, UNLISTED } from "../support/ibans"
import { Suite } from "../support/suite"
import type { Visit, VisitOptions } from "../support/visit"
import { take } from "./take"

const DESKTOP = { viewport: { width: 1280, height: 860 } }
/** Down to the button that pays. */
const WHOLE_FORM = 1180
const PHONE = { viewport: { width: 390, height: 844 } }

/** The pictures of the demo's shop. */
export async function shopImages(): Promise<void> {
  const suite = await Suite.open()
  try {
    await suite.sandbox.reset()
    await pictures(suite, "desktop", DESKTOP)
    await pictures(suite, "phone", PHONE)
    await germanPicture(suite)
  } finally {
    await suite.close()
  }
}

async function pictures(suite: Suite, size: string, options: VisitOptions): Promise<void> {
  const visit = await suite.visitAtPayment(options)
  await visit.fillIn(UNLISTED)
  await visit.page.getByText(/^Valid IBAN/).waitFor()
  await takeWhole(visit, `checkout-${size}`, size === "desktop" ? WHOLE_FORM : undefined)
  await visit.pay(DECLINED)
  await visit.page.getByText("You can try another account.").waitFor()
  await takeWhole(visit, `decline-${size}`)
  await visit.pay(TO_BE_SIGNED)
  await visit.atBank()
  await visit.page.goBack()
  await visit.page.locator("[data-view=verification]").waitFor()
  await takeWhole(visit, `verification-${size}`)
  await visit.page.getByRole("link", { name: "Continue to your bank" }).click()
  await visit.decide("Sign the mandate")
  await visit.thanks()
  await visit.confirmed()
  await takeWhole(visit, `confirmation-${size}`)
  await visit.end()
}

async function germanPicture(suite: Suite): Promise<void> {
  const visit = await suite.visitAtPayment({ ...DESKTOP, locale: "de-DE", texts: de, colorScheme: "dark" })
  await visit.fillIn(UNLISTED)
  await visit.page.getByText(/^Gültige IBAN/).waitFor()
  await takeWhole(visit, "checkout-german")
  await visit.end()
}

/** @param height of the window, where it has to be another one than the visit's */
async function takeWhole({ page }: Visit, name: string, height?: number): Promise<void> {
  const size = page.viewportSize()
  if (height !== undefined && size) {
    await page.setViewportSize({ ...size, height })
  }
  await page.locator("footer").waitFor()
  await take(page, name)
  if (size) {
    await page.setViewportSize(size)
  }
}

import { mkdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { de } from "../../storefront"
import { ROOT } from "../../demo/paths"
import { DECLINED, TO_BE_SIGNED, UNLISTED } from "./support/ibans"
import { Suite } from "./support/suite"
import type { Visit, VisitOptions } from "./support/visit"

/** `npm run docs:images`: the pictures of the README, of the demo's shop as it is. */
const FOLDER = join(ROOT, "docs", "images")
const LARGEST_BYTES = 150 * 1024

const DESKTOP = { viewport: { width: 1280, height: 860 } }
/** Down to the button that pays. */
const WHOLE_FORM = 1180
const PHONE = { viewport: { width: 390, height: 844 } }

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
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
  await take(visit, `checkout-${size}`, size === "desktop" ? WHOLE_FORM : undefined)
  await visit.pay(DECLINED)
  await visit.page.getByText("You can try another account.").waitFor()
  await take(visit, `decline-${size}`)
  await visit.pay(TO_BE_SIGNED)
  await visit.atBank()
  await visit.page.goBack()
  await visit.page.locator("[data-view=verification]").waitFor()
  await take(visit, `verification-${size}`)
  await visit.page.getByRole("link", { name: "Continue to your bank" }).click()
  await visit.decide("Sign the mandate")
  await visit.thanks()
  await visit.confirmed()
  await take(visit, `confirmation-${size}`)
  await visit.end()
}

async function germanPicture(suite: Suite): Promise<void> {
  const visit = await suite.visitAtPayment({ ...DESKTOP, locale: "de-DE", texts: de, colorScheme: "dark" })
  await visit.fillIn(UNLISTED)
  await visit.page.getByText(/^Gültige IBAN/).waitFor()
  await take(visit, "checkout-german")
  await visit.end()
}

/** @param height of the window, where it has to be another one than the visit's */
async function take(visit: Visit, name: string, height?: number): Promise<void> {
  const size = visit.page.viewportSize()
  if (height !== undefined && size) {
    await visit.page.setViewportSize({ ...size, height })
  }
  const path = join(FOLDER, `${name}.png`)
  await visit.page.locator("footer").waitFor()
  // No caret that blinks, and no focus that happens to be there: a picture of the page at rest, from its top.
  await visit.page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) {
      document.activeElement.blur()
    }
    window.scrollTo(0, 0)
  })
  await visit.page.screenshot({ path, caret: "hide", animations: "disabled" })
  if (size) {
    await visit.page.setViewportSize(size)
  }
  const bytes = statSync(path).size
  process.stdout.write(`${name}.png: ${Math.round(bytes / 1024)} kB\n`)
  if (bytes > LARGEST_BYTES) {
    throw new Error(`${name}.png is larger than a README should have to load.`)
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

import { mkdirSync, statSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { ROOT } from "../../../demo/paths"

const FOLDER = join(ROOT, "docs", "images")
const LARGEST_BYTES = 150 * 1024

/** Writes what the window shows into docs/images. @throws Error when it is too large for a README */
export async function take(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const path = join(FOLDER, `${name}.png`)
  // No caret that blinks, and no focus that happens to be there: a picture of the page at rest, from its top.
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) {
      document.activeElement.blur()
    }
    window.scrollTo(0, 0)
  })
  await page.screenshot({ path, caret: "hide", animations: "disabled" })
  const bytes = statSync(path).size
  process.stdout.write(`${name}.png: ${Math.round(bytes / 1024)} kB\n`)
  if (bytes > LARGEST_BYTES) {
    throw new Error(`${name}.png is larger than a README should have to load.`)
  }
}

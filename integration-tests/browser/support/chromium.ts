import { existsSync } from "node:fs"
import { chromium, type Browser } from "playwright-core"

/** Nothing that phones home, and nothing that a container lacks. */
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--force-color-profile=srgb",
]

/** @throws Error that says how to get a browser when there is none */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH || "/usr/bin/chromium"
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no browser at ${executablePath}. Install Debian's with "apt-get install --no-install-recommends chromium", ` +
        "or give the path of a Chromium or Chrome in CHROMIUM_PATH.",
    )
  }
  return chromium.launch({ executablePath, args: ARGUMENTS })
}

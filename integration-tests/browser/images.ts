import { dashboardImages } from "./images/dashboard"
import { shopImages } from "./images/shop"

const SETS: Readonly<Record<string, () => Promise<void>>> = { shop: shopImages, dashboard: dashboardImages }

/** `npm run docs:images [-- shop|dashboard]`: the pictures of the README, of the shop and the dashboard as they are. */
async function main(names: readonly string[]): Promise<void> {
  for (const name of names.length > 0 ? names : Object.keys(SETS)) {
    const takeAll = SETS[name]
    if (!takeAll) {
      throw new Error(`There are pictures of ${Object.keys(SETS).join(" and ")}, not of ${name}.`)
    }
    await takeAll()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

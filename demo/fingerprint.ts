import { createHash } from "node:crypto"
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "./paths"

/** What decides how a prepared database looks: Medusa's version, our tables and links, and the seed. */
const DATABASE_SOURCES = [
  "package-lock.json",
  "medusa-config.ts",
  "src/modules/catalystpay/migrations",
  "src/links",
  "demo/seed.ts",
  "demo/seed",
]

/** What the shop's page is built from. */
const STOREFRONT_SOURCES = ["package-lock.json", "demo/storefront", "storefront"]

/** What of the ledger is in the dashboard, too; all else it takes from there are types. */
export const SHARED_WITH_DASHBOARD = [
  "money/reason-codes.ts",
  "money/refund-overdue.ts",
  "problems/problem-texts.ts",
  "text-template.ts",
  "webhooks/webhook-outcomes.ts",
].map((file) => `src/modules/catalystpay/${file}`)

/** What Medusa's dashboard is built from. */
const DASHBOARD_SOURCES = ["package-lock.json", "medusa-config.ts", "src/admin", ...SHARED_WITH_DASHBOARD]

/** Changes when a database has to be migrated and seeded again. */
export function databaseFingerprint(root = ROOT): string {
  return fingerprintOf(DATABASE_SOURCES, root)
}

/** Changes when the shop has to be built again. */
export function storefrontFingerprint(root = ROOT): string {
  return fingerprintOf(STOREFRONT_SOURCES, root)
}

/** Changes when the dashboard has to be built again. */
export function dashboardFingerprint(root = ROOT): string {
  return fingerprintOf(DASHBOARD_SOURCES, root)
}

function fingerprintOf(sources: readonly string[], root: string): string {
  const hash = createHash("sha256")
  for (const file of sources.flatMap((source) => filesOf(join(root, source)))) {
    hash.update(`${file}\0`).update(readFileSync(file))
  }
  return hash.digest("hex")
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) {
    return []
  }
  return lstatSync(path).isDirectory()
    ? readdirSync(path).sort().flatMap((name) => filesOf(join(path, name)))
    : [path]
}

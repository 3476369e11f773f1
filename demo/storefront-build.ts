import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { storefrontFingerprint } from "./fingerprint"
import { ROOT, STOREFRONTS_FOLDER } from "./paths"

/** What is being built; nobody serves it before it is whole. */
const UNFINISHED = ".building"

/**
 * The folder with the shop as browsers get it. It is built once for each state of its sources and of the kit's, which
 * takes about as long as Medusa needs to start.
 */
export async function builtStorefront(): Promise<string> {
  const folder = join(STOREFRONTS_FOLDER, storefrontFingerprint())
  if (!existsSync(folder)) {
    mkdirSync(STOREFRONTS_FOLDER, { recursive: true })
    const older = readdirSync(STOREFRONTS_FOLDER)
    const unfinished = join(STOREFRONTS_FOLDER, UNFINISHED)
    const { build } = await import("vite")
    await build({ configFile: join(ROOT, "demo/storefront/vite.config.mts"), build: { outDir: unfinished } })
    renameSync(unfinished, folder)
    older.forEach((name) => rmSync(join(STOREFRONTS_FOLDER, name), { recursive: true, force: true }))
  }
  return folder
}

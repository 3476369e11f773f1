import { join } from "node:path"
import { builtOnce } from "./built-once"
import { storefrontFingerprint } from "./fingerprint"
import { ROOT, STOREFRONTS_FOLDER } from "./paths"

/** What is being built; nobody serves it before it is whole. */
const UNFINISHED = join(STOREFRONTS_FOLDER, ".building")

/** The folder with the shop as browsers get it. Building it takes about as long as Medusa needs to start. */
export async function builtStorefront(): Promise<string> {
  return builtOnce(STOREFRONTS_FOLDER, storefrontFingerprint(), async () => {
    const { build } = await import("vite")
    await build({ configFile: join(ROOT, "demo/storefront/vite.config.mts"), build: { outDir: UNFINISHED } })
    return UNFINISHED
  })
}

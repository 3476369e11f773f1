import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { ROOT } from "../../demo/paths"
import { foreignEnvironment, npm } from "./npm"
import type { Programs } from "./programs"

export const PACKAGE = "medusa-payment-catalystpay"

const INSTALL_WITHIN_MS = 600_000

/** What create-medusa-app 2.21 writes into a new shop's package.json, as far as a server without dashboard needs it. */
const SHOP_PACKAGES = ["@medusajs/admin-sdk", "@medusajs/cli", "@medusajs/framework", "@medusajs/medusa"]
const SHOP_TOOLS = ["@swc/core", "@types/node", "ts-node", "typescript"]

const repositorySchema = z.object({
  devDependencies: z.record(z.string(), z.string()),
  overrides: z.record(z.string(), z.string()),
})

/** A project that has installed nothing but the tarball: no Medusa anywhere. */
export function writePlainProject(folder: string, tarball: string): void {
  writeManifest(folder, { name: "plain-project", private: true, dependencies: { [PACKAGE]: `file:${tarball}` } })
}

/**
 * A new Medusa shop with the tarball installed.
 *
 * @param medusa version of Medusa's packages; the one that this repository is built with when absent
 */
export function writeShop(folder: string, tarball: string, medusa?: string): void {
  const { devDependencies, overrides } = repositorySchema.parse(
    JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")),
  )
  const version = (name: string) => (medusa && name.startsWith("@medusajs/") ? medusa : devDependencies[name])
  const versions = (names: string[]) => Object.fromEntries(names.map((name) => [name, version(name)]))
  writeManifest(folder, {
    name: "fresh-shop",
    private: true,
    dependencies: { ...versions(SHOP_PACKAGES), [PACKAGE]: `file:${tarball}` },
    devDependencies: versions(SHOP_TOOLS),
    overrides,
  })
  cpSync(join(__dirname, "app"), folder, { recursive: true })
  cpSync(join(ROOT, "demo", "seed"), join(folder, "demo", "seed"), { recursive: true })
  cpSync(join(ROOT, "demo", "seed.ts"), join(folder, "demo", "seed.ts"))
}

const STOREFRONT_TOOLS = ["typescript", "vite"]
const STOREFRONT_PACKAGES = ["@medusajs/js-sdk"]
/** The other major version than the one that the unit tests render with. */
const REACT = "^19.0.0"

/** A storefront that is nothing but Vite, React and Medusa's SDK, with the tarball installed. */
export function writeStorefront(folder: string, tarball: string): void {
  const { devDependencies, overrides } = repositorySchema.parse(
    JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")),
  )
  const versions = (names: string[]) => Object.fromEntries(names.map((name) => [name, devDependencies[name]]))
  writeManifest(folder, {
    name: "bare-storefront",
    private: true,
    type: "module",
    dependencies: { ...versions(STOREFRONT_PACKAGES), react: REACT, "react-dom": REACT, [PACKAGE]: `file:${tarball}` },
    devDependencies: { ...versions(STOREFRONT_TOOLS), "@types/react": REACT, "@types/react-dom": REACT },
    overrides,
  })
  cpSync(join(__dirname, "storefront-app"), folder, { recursive: true })
}

export async function install(programs: Programs, folder: string): Promise<void> {
  const command = npm("install", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error")
  await programs.run(command, { cwd: folder, env: foreignEnvironment(), withinMs: INSTALL_WITHIN_MS })
}

/** The installed package inside a project. */
export function installedPackage(folder: string): string {
  return join(folder, "node_modules", PACKAGE)
}

function writeManifest(folder: string, manifest: Record<string, unknown>): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, "package.json"), JSON.stringify({ version: "1.0.0", ...manifest }, null, 2))
}

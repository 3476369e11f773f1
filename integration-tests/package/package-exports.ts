import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { foreignEnvironment } from "./npm"
import type { Programs } from "./programs"

const WITHIN_MS = 180_000

const manifestSchema = z.object({ name: z.string(), exports: z.record(z.string(), z.unknown()) })

/** Entries that work where Medusa is not installed: a storefront's server, a webhook relay. */
const WITHOUT_MEDUSA = ["./package.json", "./webhooks", "./gateway", "./storefront"]

/** Browser code, bundled for the dashboard: nobody imports it by hand, so it declares no types. */
const UNTYPED = ["./admin", "./package.json"]

/** Node loads no stylesheet; the storefront's build does. */
const FOR_BUNDLERS = /\.css$/

/** Defined by the build of a shop's dashboard (admin-bundler's `define`), which the widgets' bundle counts on. */
const DASHBOARD_CONSTANTS = { __BACKEND_URL__: "/", __AUTH_TYPE__: "session", __JWT_TOKEN_STORAGE_KEY__: "" }

export type PackageExports = { all: string[]; withoutMedusa: string[]; typed: string[] }

/** What one can import from an installed package, by full name; the `*` of a pattern filled in by what is there. */
export function packageExports(folder: string): PackageExports {
  const { name, exports } = manifestSchema.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")))
  const entries = Object.keys(exports)
    .filter((entry) => !FOR_BUNDLERS.test(entry))
    .flatMap((entry) => expanded(folder, entry))
  const named = (list: string[]) => list.map((entry) => `${name}${entry.slice(1)}`)
  return {
    all: named(entries),
    withoutMedusa: named(entries.filter((entry) => WITHOUT_MEDUSA.includes(entry))),
    typed: named(entries.filter((entry) => !UNTYPED.includes(entry))),
  }
}

function expanded(folder: string, entry: string): string[] {
  if (!entry.endsWith("/*")) {
    return [entry]
  }
  const parent = entry.slice(0, -1)
  const names = existsSync(join(folder, parent)) ? readdirSync(join(folder, parent)) : ["*"]
  return names.map((name) => `${parent}${name}`)
}

/** Loads an entry in a Node of its own, by require() from that folder. */
export async function load(programs: Programs, folder: string, entry: string): Promise<void> {
  const script = [
    `Object.assign(globalThis, ${JSON.stringify(DASHBOARD_CONSTANTS)})`,
    `if (Object.keys(require(${JSON.stringify(entry)})).length === 0) throw new Error("It exports nothing.")`,
    // What Medusa keeps running is not waited for.
    `process.exit(0)`,
  ]
  const command = [process.execPath, "-e", script.join("; ")]
  await programs.run(command, { cwd: folder, env: foreignEnvironment(), withinMs: WITHIN_MS })
}

/** @throws when Medusa can be loaded from that folder after all */
export async function loadsNoMedusa(programs: Programs, folder: string): Promise<void> {
  const script = `try { require.resolve("@medusajs/framework") } catch { process.exit(0) } process.exit(1)`
  await programs.run([process.execPath, "-e", script], { cwd: folder, env: foreignEnvironment(), withinMs: WITHIN_MS })
}

/** Lets TypeScript read the types of every entry as a strict project sees them. */
export async function typesResolve(
  programs: Programs,
  folder: string,
  entries: string[],
  settings: Record<"module" | "moduleResolution", string>,
): Promise<void> {
  const imports = entries.map((entry, index) => `import * as entry${index} from ${JSON.stringify(entry)}`)
  const project = {
    compilerOptions: { ...settings, ...STRICT_PROJECT },
    files: ["types.ts"],
  }
  const list = entries.map((_, index) => `entry${index}`).join(", ")
  writeFileSync(join(folder, "types.ts"), `${imports.join("\n")}\n${SAMPLE_USE}\nexport const all = [${list}]\n`)
  writeFileSync(join(folder, "tsconfig.types.json"), JSON.stringify(project))
  const tsc = join(folder, "node_modules", "typescript", "bin", "tsc")
  const command = [process.execPath, tsc, "-p", "tsconfig.types.json"]
  await programs.run(command, { cwd: folder, env: foreignEnvironment(), withinMs: WITHIN_MS })
}

const STRICT_PROJECT = {
  target: "ES2022",
  lib: ["ES2023"],
  types: ["node"],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
}

/** A use that fails to compile when the declarations decay to `any` or change. */
const SAMPLE_USE = `
import { parseWebhookEvent, signWebhook, verifyWebhookSignature } from "medusa-payment-catalystpay/webhooks"
import type { CatalystPayOptions } from "medusa-payment-catalystpay/modules/catalystpay"

const signature: string = signWebhook({ event: "transaction.approved" }, "secret")
const genuine: boolean = verifyWebhookSignature("{}", signature, ["secret", "the one before"])
// @ts-expect-error a signature is a text
verifyWebhookSignature("{}", 1, "secret")
export const used = [genuine, typeof parseWebhookEvent]
export const refunds: CatalystPayOptions["refunds"] = "manual"
// @ts-expect-error there is no such policy
export const wrong: CatalystPayOptions["refunds"] = "sometimes"
`

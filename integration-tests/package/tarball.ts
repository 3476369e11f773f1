import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs"
import { homedir, tmpdir } from "node:os"
import { join, relative, sep } from "node:path"
import { z } from "zod"
import { ROOT } from "../../demo/paths"
import { foreignEnvironment, npm } from "./npm"
import { ProgramFailed, type Programs } from "./programs"

const PACK_WITHIN_MS = 300_000

const packAnswer = z.tuple([z.object({ filename: z.string(), size: z.number() })])

/** Files that have no business on npm. */
const UNWANTED = [
  /(^|\/)medusa-config\./,
  /(^|\/)\.env/,
  /(^|\/)(demo|benchmarks|unit-tests|integration-tests|__tests__|__mocks__|node_modules)\//,
  /\.(spec|test)\./,
  /(^|\/)(jest|eslint|vite)\.config\./,
  /(^|\/)tsconfig.*\.json$/,
  /\.tsbuildinfo$/,
]

const NO_DECLARATIONS = "src/admin/"

/** Packs the repository as `npm publish` would, build included. Answers the tarball's path. */
export async function pack(programs: Programs, folder: string): Promise<string> {
  const command = npm("pack", "--json", "--silent", "--pack-destination", folder)
  const output = await programs.run(command, { cwd: ROOT, env: foreignEnvironment(), withinMs: PACK_WITHIN_MS })
  // The build's own lines come before the answer.
  const answer = packAnswer.safeParse(parseJson(output.slice(output.lastIndexOf("\n[") + 1)))
  if (!answer.success) {
    throw new ProgramFailed("npm pack did not say what it packed.", output)
  }
  return join(folder, answer.data[0].filename)
}

/** What is inside an unpacked package: paths relative to it, with forward slashes. */
export class PackedFiles {
  readonly files: readonly string[]

  constructor(readonly folder: string) {
    this.files = filesOf(folder).map((file) => relative(folder, file).split(sep).join("/"))
  }

  holdsWhatItPromises(): void {
    const manifest = ["package.json", "README.md", "LICENSE"]
    refuse("The tarball lacks", manifest.filter((file) => !this.files.includes(file)))
  }

  holdsMigrations(): void {
    const found = this.files.filter((file) => /\/src\/modules\/catalystpay\/migrations\/Migration\w+\.js$/.test(file))
    refuse("The tarball lacks", found.length === 0 ? ["the ledger's migrations"] : [])
  }

  holdsDeclarations(): void {
    const scripts = this.files.filter((file) => file.endsWith(".js") && !file.includes(NO_DECLARATIONS))
    const bare = scripts.filter((file) => !this.files.includes(file.replace(/\.js$/, ".d.ts")))
    refuse("These have no type declarations:", scripts.length === 0 ? ["no script at all"] : bare)
  }

  /** @param widgetIds the ids of the widgets in the sources */
  holdsWidgets(widgetIds: string[]): void {
    const bundles = ["index.js", "index.mjs"].map((name) => `.medusa/server/src/admin/${name}`)
    for (const bundle of bundles) {
      const code = this.files.includes(bundle) ? this.read(bundle) : ""
      refuse(`The dashboard's bundle ${bundle} lacks`, widgetIds.filter((id) => !code.includes(id)))
    }
  }

  holdsSandbox(): void {
    const file = ".medusa/server/sandbox/cli.js"
    const begins = this.files.includes(file) && this.read(file).startsWith("#!/usr/bin/env node\n")
    refuse("The tarball lacks", begins ? [] : [`${file} with the line that makes it a program`])
  }

  holdsNothingElse(): void {
    refuse("These must not be published:", this.files.filter((file) => UNWANTED.some((pattern) => pattern.test(file))))
  }

  holdsNoInlineSourceMaps(): void {
    const inline = this.files.filter((file) => this.read(file).includes("sourceMappingURL=data:"))
    refuse("These carry inline source maps:", inline)
  }

  /** A path of the machine that built it tells strangers who built it, and works nowhere else. */
  holdsNoForeignPaths(): void {
    const folders = [ROOT, homedir(), tmpdir()].filter((path) => path.length > 1)
    const paths = folders.map((path) => path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    const pattern = new RegExp(`(?<![\\w.])(${paths.join("|")})[\\\\/]`)
    refuse("These name folders of this machine:", this.files.filter((file) => pattern.test(this.read(file))))
  }

  private read(file: string): string {
    return readFileSync(join(this.folder, file), "utf8")
  }
}

/** The ids of the dashboard's widgets, from their sources. */
export function widgetIds(): string[] {
  const folder = join(ROOT, "src", "admin", "widgets")
  const sources = existsSync(folder) ? readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8")) : []
  const ids = sources.map((source) => /defineWidgetConfig\(\{[^}]*\bid: "([^"]+)"/.exec(source)?.[1])
  if (ids.length === 0 || ids.includes(undefined)) {
    throw new Error("Every widget in src/admin/widgets needs an id of its own, and there must be one.")
  }
  return ids.filter((id) => id !== undefined)
}

function refuse(sentence: string, findings: string[]): void {
  if (findings.length > 0) {
    throw new Error([sentence, ...findings].join("\n  "))
  }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (lstatSync(path).isDirectory() ? filesOf(path) : [path]))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

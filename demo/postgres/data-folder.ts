import { createHash } from "node:crypto"
import { chmodSync, chownSync, mkdirSync, readdirSync, lstatSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { canRead, type RunAs } from "./run-as"

/**
 * Where the server's files go: `<dataDir>/data`, or a folder of the same owner in the temp folder when the user that
 * PostgreSQL runs as can't enter the checkout.
 */
export function dataFolder(dataDir: string, runAs: RunAs | null): string {
  const wanted = resolve(dataDir)
  mkdirSync(wanted, { recursive: true })
  if (runAs) {
    chmodSync(wanted, 0o755)
  }
  const folder = canRead(wanted, runAs) ? join(wanted, "data") : elsewhere(wanted)
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (found && process.getuid && process.getuid() !== 0 && process.getuid() !== found.uid) {
    throw new Error(`The database in ${folder} belongs to another user, perhaps after a run as root. Remove it first.`)
  }
  return folder
}

/** Removes what a server left: both possible places, as the one in use depends on who started it. */
export function removeDataFolder(dataDir: string): void {
  const wanted = resolve(dataDir)
  rmSync(wanted, { recursive: true, force: true, maxRetries: 3 })
  rmSync(elsewhere(wanted), { recursive: true, force: true, maxRetries: 3 })
}

/** Gives a folder to PostgreSQL's user, who insists on owning it alone; also after a run as another user. */
export function giveTo(folder: string, runAs: RunAs | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!runAs) {
    return
  }
  chownSync(folder, runAs.uid, runAs.gid)
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (lstatSync(path).uid === runAs.uid) {
      continue
    }
    if (lstatSync(path).isDirectory()) {
      giveTo(path, runAs)
    } else {
      chownSync(path, runAs.uid, runAs.gid)
    }
  }
}

function elsewhere(wanted: string): string {
  const id = createHash("sha256").update(wanted).digest("hex").slice(0, 12)
  return join(tmpdir(), `medusa-payment-catalystpay-data-${id}`)
}

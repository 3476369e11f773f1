import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"

/**
 * A folder with something that is built from sources: once for each state of them. What was built from older ones is
 * removed.
 *
 * @param shelf the folder that keeps it, one folder a state
 * @param fingerprint of the sources
 * @param build builds it, into a folder that it names; nobody is given that one before it is whole
 */
export async function builtOnce(shelf: string, fingerprint: string, build: () => Promise<string>): Promise<string> {
  const folder = join(shelf, fingerprint)
  if (!existsSync(folder)) {
    mkdirSync(shelf, { recursive: true })
    const older = readdirSync(shelf)
    renameSync(await build(), folder)
    older.forEach((name) => rmSync(join(shelf, name), { recursive: true, force: true }))
  }
  return folder
}

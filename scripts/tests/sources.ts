import { readdirSync } from "node:fs"
import { join, relative, sep } from "node:path"

export const ROOT = join(__dirname, "..", "..")

/** The TypeScript files below a folder of the repository, by their paths from its root, in order. */
export function sourcesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.parentPath.includes("node_modules"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort()
}

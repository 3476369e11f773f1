import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { commandLine } from "../processes"

/** The process id in the first line of a data folder's postmaster.pid. */
export function postmasterPid(folder: string): number | null {
  const file = join(folder, "postmaster.pid")
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : NaN
  return Number.isInteger(pid) && pid > 1 ? pid : null
}

/** Whether that process is a PostgreSQL server on this folder. */
export function isPostmaster(pid: number, folder: string): boolean {
  const command = commandLine(pid)
  return command.includes("postgres") && (process.platform === "win32" || command.includes(folder))
}

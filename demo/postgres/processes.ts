import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** Whether a process of that id exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

/** The process id in the first line of a data folder's postmaster.pid. */
export function postmasterPid(folder: string): number | null {
  const file = join(folder, "postmaster.pid")
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : NaN
  return Number.isInteger(pid) && pid > 1 ? pid : null
}

/** Ids are given out again, so a file that names one proves little: the process has to be a postgres on this folder. */
export function isPostmaster(pid: number, folder: string): boolean {
  const command = commandLine(pid)
  return command.includes("postgres") && (process.platform === "win32" || command.includes(folder))
}

function commandLine(pid: number): string {
  if (!isAlive(pid)) {
    return ""
  }
  if (existsSync(`/proc/${pid}/cmdline`)) {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
  }
  const [tool, args] =
    process.platform === "win32"
      ? ["tasklist", ["/FI", `PID eq ${pid}`, "/NH"]] as const
      : ["ps", ["-p", String(pid), "-o", "command="]] as const
  return spawnSync(tool, args, { encoding: "utf8", windowsHide: true }).stdout ?? ""
}

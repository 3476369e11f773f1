import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"

/** Whether a process of that id runs, ours or not. */
export function isAlive(pid: number): boolean {
  return exists(pid) && !isZombie(pid)
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

/** In a container without an init process the dead keep their ids for ever. */
function isZombie(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  // The state follows the program's name, which stands in brackets and may hold some itself.
  return existsSync(stat) && /\) Z [^)]*$/.test(readFileSync(stat, "utf8"))
}

/**
 * How a process was started, or an empty text when it does not exist. Process ids are given out again, so a file that
 * names one proves little without this. Windows tells no more than the program's name.
 */
export function commandLine(pid: number): string {
  if (!isAlive(pid)) {
    return ""
  }
  if (existsSync(`/proc/${pid}/cmdline`)) {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
  }
  const [tool, args] =
    process.platform === "win32"
      ? (["tasklist", ["/FI", `PID eq ${pid}`, "/NH"]] as const)
      : (["ps", ["-p", String(pid), "-o", "command="]] as const)
  return spawnSync(tool, args, { encoding: "utf8", windowsHide: true }).stdout ?? ""
}

/** Signals a process and everything it started, provided it leads a group of its own. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/PID", String(pid), "/T", "/F"], { windowsHide: true, stdio: "ignore" })
    return
  }
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) {
      throw error
    }
  }
}

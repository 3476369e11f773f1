import { spawn } from "node:child_process"
import { OWN_SERVER } from "./platform"
import type { RunAs } from "./run-as"

export type RunResult = { code: number | null; output: string }

/**
 * Runs one of PostgreSQL's programs to its end and collects what it says.
 *
 * The caller's PG* variables are kept from it: a PGDATA or PGPORT of the developer's own server must not steer ours.
 * The working directory is the root folder, because the user it runs as may not be allowed into the caller's.
 */
export function run(file: string, args: string[], runAs: RunAs | null): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: environment(),
      windowsHide: true,
      ...(process.platform === "win32" ? {} : { cwd: "/" }),
      ...(runAs ? { uid: runAs.uid, gid: runAs.gid } : {}),
    })
    let output = ""
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on("data", collect)
    child.stderr.on("data", collect)
    child.on("error", (error) => {
      reject(new Error(`The embedded PostgreSQL can't be run on this system (${error.message}). ${OWN_SERVER}`))
    })
    // On Windows the server inherits pg_ctl's pipes, which then never close: the exit has to do.
    child.on("exit", (code) => {
      setTimeout(() => {
        child.stdout.destroy()
        child.stderr.destroy()
        resolve({ code, output: output.trim() })
      }, 20)
    })
  })
}

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"))
  return { ...Object.fromEntries(kept), LC_ALL: "C" }
}

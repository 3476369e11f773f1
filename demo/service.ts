import { spawn } from "node:child_process"
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"
import { LOG_FILE, PROCESSES_FILE, ROOT } from "./paths"
import { commandLine, isAlive, signalGroup } from "./processes"

export type Service = {
  pid: number
  /** Resolves with the exit status; null when a signal ended it. */
  exited: Promise<number | null>
  /** Asks it to end, with everything it started, and insists after a while. */
  stop(): Promise<void>
}

const PATIENCE_MS = 15_000

const rememberedSchema = z.object({ pid: z.int().min(2), program: z.string().min(1) })

/**
 * Starts a Node program that writes to the demo's log. It leads a process group of its own: the terminal's Ctrl-C
 * reaches only us, and we end the parts in the right order.
 */
export function startService(args: string[], env: NodeJS.ProcessEnv): Service {
  const log = openSync(LOG_FILE, "a")
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env,
    detached: process.platform !== "win32",
    windowsHide: true,
    stdio: ["ignore", log, log],
  })
  closeSync(log)
  const { pid } = child
  if (pid === undefined) {
    throw new Error(`${args.join(" ")} could not be started.`)
  }
  const program = args[0] ?? ""
  remember({ pid, program })
  let ended = false
  const exited = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => {
      ended = true
      forget(pid)
      resolve(code)
    })
  })
  return { pid, exited, stop: async () => (ended ? undefined : stopGroup(pid, exited)) }
}

/** Ends the programs that a killed demo left running. */
export async function clearKilledServices(): Promise<void> {
  for (const { pid, program } of remembered()) {
    // Windows names the program alone, which is Node's.
    if (commandLine(pid).includes(process.platform === "win32" ? "node" : program)) {
      signalGroup(pid, "SIGINT")
      const gone = waitUntilGone(pid)
      await stopGroup(pid, gone)
    }
  }
  rmSync(PROCESSES_FILE, { force: true })
}

export function writeLog(line: string): void {
  appendFileSync(LOG_FILE, `${line}\n`)
}

async function stopGroup(pid: number, exited: Promise<unknown>): Promise<void> {
  signalGroup(pid, "SIGINT")
  const patience = new AbortController()
  const inTime = await Promise.race([
    exited.then(() => true),
    sleep(PATIENCE_MS, false, { signal: patience.signal }).catch(() => false),
  ])
  patience.abort()
  if (!inTime) {
    signalGroup(pid, "SIGKILL")
    await exited
  }
}

async function waitUntilGone(pid: number): Promise<void> {
  while (isAlive(pid)) {
    await sleep(100)
  }
}

type Remembered = z.infer<typeof rememberedSchema>

function remembered(): Remembered[] {
  if (!existsSync(PROCESSES_FILE)) {
    return []
  }
  const processes = z.array(rememberedSchema).safeParse(JSON.parse(readFileSync(PROCESSES_FILE, "utf8")))
  return processes.success ? processes.data : []
}

function remember(started: Remembered): void {
  writeFileSync(PROCESSES_FILE, JSON.stringify([...remembered(), started]))
}

function forget(pid: number): void {
  const others = remembered().filter((other) => other.pid !== pid)
  if (others.length === 0) {
    rmSync(PROCESSES_FILE, { force: true })
    return
  }
  writeFileSync(PROCESSES_FILE, JSON.stringify(others))
}

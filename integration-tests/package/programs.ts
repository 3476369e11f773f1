import { spawn } from "node:child_process"
import { closeSync, openSync, readFileSync } from "node:fs"
import { basename, isAbsolute, join } from "node:path"
import { signalGroup } from "../../demo/processes"
import type { Shutdown } from "../../demo/shutdown"

const TAIL_LINES = 30
const STOP_WITHIN_MS = 15_000

/** A program that did not do what it should; what it wrote last is shown with the failure. */
export class ProgramFailed extends Error {
  constructor(
    sentence: string,
    readonly output: string,
  ) {
    super(sentence)
  }
}

/** The end of what the failed program wrote, or nothing. Registry addresses are nobody's business and left out. */
export function logTail(error: unknown): string {
  if (!(error instanceof ProgramFailed)) {
    return ""
  }
  const lines = error.output.trim().split("\n").slice(-TAIL_LINES)
  return `\n${lines.join("\n")}`.replace(/https?:\/\/(?!localhost|127\.0\.0\.1)[^/\s"']+/g, "https://...")
}

export type ProgramSettings = { cwd: string; env?: NodeJS.ProcessEnv }

export type RunSettings = ProgramSettings & { withinMs: number }

export type Outcome = { code: number | null; output: string }

export type RunningProgram = {
  /** Everything written so far, by both streams. */
  output(): string
  exited: Promise<number | null>
  stop(): Promise<void>
}

/** Runs programs whose output goes to files, and ends with the shutdown what still runs then. */
export class Programs {
  private started_ = 0

  constructor(
    private readonly logFolder_: string,
    private readonly shutdown_: Shutdown,
  ) {}

  /** @throws ProgramFailed unless it exits with 0 in time */
  async run(command: string[], settings: RunSettings): Promise<string> {
    const { code, output } = await this.outcomeOf(command, settings)
    if (code !== 0) {
      throw new ProgramFailed(`${shown(command)} ended with ${code}.`, output)
    }
    return output
  }

  /** @throws ProgramFailed when it does not end in time; what it exits with is the caller's matter */
  async outcomeOf(command: string[], { withinMs, ...settings }: RunSettings): Promise<Outcome> {
    const program = await this.start(command, settings)
    let late = false
    const timer = setTimeout(() => {
      late = true
      void program.stop()
    }, withinMs)
    const code = await program.exited
    clearTimeout(timer)
    if (late) {
      throw new ProgramFailed(`${shown(command)} did not end within ${withinMs / 1000} s.`, program.output())
    }
    return { code, output: program.output() }
  }

  /** Starts a program as the leader of a process group of its own, so that all it starts ends with it. */
  async start([file = "", ...args]: string[], { cwd, env = process.env }: ProgramSettings): Promise<RunningProgram> {
    this.started_ += 1
    const logFile = join(this.logFolder_, `${String(this.started_).padStart(2, "0")}.log`)
    const log = openSync(logFile, "a")
    const child = spawn(file, args, {
      cwd,
      env,
      detached: process.platform !== "win32",
      // The programs of node_modules/.bin are command files there.
      shell: process.platform === "win32" && file.endsWith(".cmd"),
      windowsHide: true,
      stdio: ["ignore", log, log],
    })
    closeSync(log)
    let ended = false
    const exited = new Promise<number | null>((resolve, reject) => {
      child.once("error", reject)
      child.once("exit", (code) => {
        ended = true
        resolve(code)
      })
    })
    const stop = async () => {
      if (!ended && child.pid !== undefined) {
        await stopGroup(child.pid, exited)
      }
    }
    await this.shutdown_.add(stop)
    return { output: () => readFileSync(logFile, "utf8"), exited, stop }
  }
}

async function stopGroup(pid: number, exited: Promise<unknown>): Promise<void> {
  signalGroup(pid, "SIGINT")
  const insist = setTimeout(() => signalGroup(pid, "SIGKILL"), STOP_WITHIN_MS)
  await exited
  clearTimeout(insist)
}

function shown(command: string[]): string {
  return command.map((part) => (isAbsolute(part) ? basename(part) : part)).join(" ").slice(0, 100)
}

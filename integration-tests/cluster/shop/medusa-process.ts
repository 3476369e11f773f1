import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { closeSync, openSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { anyFreePort } from "../../../demo/ports"

const ROOT = resolve(__dirname, "..", "..", "..")
const MEDUSA = join(dirname(createRequire(__filename).resolve("@medusajs/cli/package.json")), "cli.js")
const READY_WITHIN_MS = 120_000
const STOP_WITHIN_MS = 20_000

export type WorkerMode = "server" | "worker"

/** Runs one of Medusa's commands in the shop's environment. @throws Error with the end of what it wrote */
export async function runMedusa(args: string[], env: NodeJS.ProcessEnv, logFile: string): Promise<void> {
  const child = start(args, env, logFile)
  await once(child, "exit")
  if (child.exitCode !== 0) {
    throw new Error(`medusa ${args[0] ?? ""} ended with ${child.exitCode ?? child.signalCode}. ${endOf(logFile)}`)
  }
}

/** One of the shop's processes: it can be killed and started again, and keeps its address. */
export class MedusaProcess {
  private child: ChildProcess | null = null
  private healthy = false

  private constructor(
    readonly name: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly port: number,
    readonly logFile: string,
  ) {}

  static async create(name: string, mode: WorkerMode, env: NodeJS.ProcessEnv, logFile: string): Promise<MedusaProcess> {
    const port = await anyFreePort()
    return new MedusaProcess(name, { ...env, MEDUSA_WORKER_MODE: mode }, port, logFile)
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get isHealthy(): boolean {
    return this.healthy
  }

  /** Waits until it answers. @throws Error when it does not */
  async start(): Promise<void> {
    const child = start(["start", "--host", "127.0.0.1", "--port", String(this.port)], this.env, this.logFile)
    this.child = child
    const deadline = Date.now() + READY_WITHIN_MS
    while (!(await this.answers())) {
      if (hasEnded(child) || Date.now() > deadline) {
        throw new Error(`The ${this.name} did not become ready. ${endOf(this.logFile)}`)
      }
      await sleep(100)
    }
    this.healthy = true
  }

  /** SIGKILL: nothing can be tidied up. */
  async kill(): Promise<void> {
    await this.end("SIGKILL")
  }

  /** As an orchestrator stops it. @returns its exit status; null when it had to be killed */
  async stop(): Promise<number | null> {
    const insist = setTimeout(() => this.child?.kill("SIGKILL"), STOP_WITHIN_MS)
    await this.end("SIGTERM")
    clearTimeout(insist)
    return this.child?.exitCode ?? null
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    this.healthy = false
    if (this.child && !hasEnded(this.child)) {
      const gone = once(this.child, "exit")
      this.child.kill(signal)
      await gone
    }
  }

  private async answers(): Promise<boolean> {
    const answer = await fetch(`${this.url}/health`, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    return answer?.ok === true
  }
}

function start(args: string[], env: NodeJS.ProcessEnv, logFile: string): ChildProcess {
  const log = openSync(logFile, "a")
  const child = spawn(process.execPath, [MEDUSA, ...args], { cwd: ROOT, env, stdio: ["ignore", log, log], windowsHide: true })
  closeSync(log)
  return child
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

function endOf(logFile: string): string {
  return `The end of ${logFile}:\n${readFileSync(logFile, "utf8").trim().split("\n").slice(-25).join("\n")}`
}

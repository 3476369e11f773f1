import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { createRequire } from "node:module"
import { dirname, join, resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { anyFreePort } from "../../../demo/ports"
import type { HttpClient } from "./http-client"
import { addressOf } from "./database-tools/address"
import { forwardOutput } from "./output"
import type { Shop } from "./shop-suite"

const ROOT = resolve(__dirname, "..", "..", "..")
const MEDUSA = join(dirname(createRequire(__filename).resolve("@medusajs/cli/package.json")), "cli.js")
const READY_WITHIN_MS = 90_000

/**
 * Another Medusa of the same shop, as a process of its own on the same database: one that can be killed. What it writes
 * to the terminal is searched for leaks like everything else.
 */
export class SecondServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly http: HttpClient,
  ) {}

  /** Waits until it answers. @param settings environment variables in which it differs from the first server */
  static async start(shop: Shop, settings: Record<string, string> = {}): Promise<SecondServer> {
    const port = await anyFreePort()
    const { name } = await shop.database.one("select current_database() as name")
    const child = spawn(process.execPath, [MEDUSA, "start", "--host", "127.0.0.1", "--port", String(port)], {
      cwd: ROOT,
      env: { ...process.env, ...settings, NODE_ENV: "development", DISABLE_MEDUSA_ADMIN: "true", DATABASE_URL: addressOf(String(name)) },
      stdio: ["ignore", "pipe", "pipe"],
    })
    forwardOutput(child)
    const server = new SecondServer(child, shop.http.ofServer(`http://127.0.0.1:${port}`))
    await server.untilHealthy()
    return server
  }

  /** SIGKILL: nothing can be tidied up. Resolves when the process is gone. */
  async kill(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, "exit")
      this.child.kill("SIGKILL")
      await gone
    }
  }

  private async untilHealthy(): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS
    for (;;) {
      const answer = await fetch(`${this.http.baseUrl()}/health`, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
      if (answer?.ok) {
        return
      }
      if (this.child.exitCode !== null || Date.now() > deadline) {
        await this.kill()
        throw new Error("The second Medusa did not become ready.")
      }
      await sleep(100)
    }
  }
}

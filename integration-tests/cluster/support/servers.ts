import { spawn } from "node:child_process"
import { once } from "node:events"
import { createRequire } from "node:module"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { z } from "zod"
import { createSandbox, DEFAULT_CAMPAIGN_ID, type Sandbox } from "../../../sandbox"

const API_KEY = "rk_test_processes"
const TSX = createRequire(__filename).resolve("tsx/cli")
const CALLER = join(__dirname, "caller.ts")
const outcome = z.object({ ended: z.array(z.string()), failures: z.array(z.string()) })

export interface Store {
  redis_url: string | null
  database_url: string
}

/** A sandbox that limits as CatalystPay does, and processes that call it from one address. */
export class Servers {
  readonly sandbox: Sandbox = createSandbox({ apiKeys: [API_KEY], rateLimits: true, log: () => undefined })
  private api_url = ""

  async start(): Promise<void> {
    this.api_url = (await this.sandbox.listen()).apiUrl
  }

  async stop(): Promise<void> {
    await this.sandbox.close()
  }

  /** Opens sessions, which the limit does not count. */
  async open(count: number): Promise<string[]> {
    const tokens = Array.from({ length: count }, async (_, index) => {
      const lead = { first_name: "Max", last_name: "M", email: `max-${Date.now()}-${index}@example.com`, country: "DE" }
      const answer = await fetch(`${this.api_url}/payment-sessions/`, {
        method: "POST",
        headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" },
        body: JSON.stringify({ campaign_id: DEFAULT_CAMPAIGN_ID, lead }),
      })
      return z.object({ session_token: z.string() }).parse(await answer.json()).session_token
    })
    return Promise.all(tokens)
  }

  /** Runs one process; `get` and `pay` are session tokens. */
  async run(store: Store, egress: string, work: { get?: string[]; pay?: string[] }): Promise<z.infer<typeof outcome>> {
    const task = { ...store, api_url: this.api_url, api_key: API_KEY, egress, get: work.get ?? [], pay: work.pay ?? [] }
    const child = spawn(process.execPath, [TSX, CALLER, JSON.stringify(task)], { stdio: ["ignore", "pipe", "pipe"] })
    const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")])
    if (said === "") {
      throw new Error(`A process said nothing of what came of its calls. ${complained}`)
    }
    return outcome.parse(JSON.parse(said))
  }

  /** Statuses of the calls that the limit counts, in the order in which they came. */
  limitedCalls(): { operation: string; status: number }[] {
    return this.sandbox.calls
      .filter(({ operation }) => operation === "get" || operation === "pay")
      .map(({ operation, status }) => ({ operation, status }))
  }
}

import { setTimeout as sleep } from "node:timers/promises"
import { HttpClient, type Answer } from "../../http/support/http-client"
import type { Dice } from "../dice"
import { isWorthRepeating, PATIENCE_MS } from "./patience"

const PAUSES_MS = [250, 500, 1_000, 2_000]

/** A storefront behind a load balancer: each call goes to any server, and one that fails is made again. */
export class PatientClient extends HttpClient {
  repeats = 0

  constructor(servers: () => readonly string[], dice: Dice) {
    super(() => dice.pick(servers()))
  }

  override async send(method: string, path: string, body: string | Buffer | null, headers: Record<string, string> = {}): Promise<Answer> {
    const until = Date.now() + PATIENCE_MS
    for (let tries = 0; ; tries += 1) {
      const answer = await super.send(method, path, body, headers).catch(() => null)
      if ((answer && !isWorthRepeating(path, answer)) || Date.now() > until) {
        return answer ?? { status: 0, body: "no answer" }
      }
      this.repeats += 1
      await sleep(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] ?? 0)
    }
  }
}

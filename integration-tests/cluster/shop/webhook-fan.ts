import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { buffer } from "node:stream/consumers"
import { setTimeout as sleep } from "node:timers/promises"
import { closeAtOnce, listenLocally } from "../../support/local-server"
import type { Dice } from "../dice"

const TIMES = 3
const SPREAD_MS = 2_000
const PATIENCE_MS = 20_000
/** What says who sent it and that it is genuine; the rest belongs to the connection. */
const HEADERS = ["content-type", "user-agent", "x-catalystpay-event", "x-catalystpay-signature"] as const

/** Delivers each webhook three times, byte for byte, to servers that chance picks: at once and up to two seconds later. */
export class WebhookFan {
  sent = 0
  arrived = 0
  private readonly server: Server

  /** @param targets where webhooks can be sent to; some may be down */
  constructor(
    private readonly dice: Dice,
    private readonly targets: () => readonly string[],
  ) {
    this.server = createServer((req, res) => void this.spread(req, res).catch(() => req.socket.destroy()))
  }

  async open(): Promise<string> {
    return `http://127.0.0.1:${await listenLocally(this.server)}`
  }

  async close(): Promise<void> {
    await closeAtOnce(this.server)
  }

  /** One that no server took is not taken: CatalystPay sends it again. */
  private async spread(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await buffer(req)
    const headers = Object.fromEntries(HEADERS.map((name) => [name, String(req.headers[name] ?? "")]))
    this.sent += 1
    const tries = Array.from({ length: TIMES }, (_, index) => {
      const pauseMs = index === 0 ? 0 : this.dice.between(0, SPREAD_MS)
      return this.deliver(`${this.dice.pick(this.targets())}${req.url ?? ""}`, headers, body, pauseMs)
    })
    const taken = (await Promise.all(tries)).filter((ok) => ok).length
    this.arrived += taken
    res.writeHead(taken > 0 ? 200 : 503).end()
  }

  private async deliver(url: string, headers: Record<string, string>, body: Buffer, pauseMs: number): Promise<boolean> {
    await sleep(pauseMs)
    const answer = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null)
    await answer?.arrayBuffer().catch(() => undefined)
    return answer?.ok === true
  }
}

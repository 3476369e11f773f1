import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { buffer } from "node:stream/consumers"
import { closeAtOnce, listenLocally } from "../../support/local-server"
import type { Dice } from "../dice"

/** Between Medusa and CatalystPay: every call gets there, and of some the answer does not come back. */
export class CutLine {
  calls = 0
  cut = 0
  private readonly server: Server
  private target = 0

  /** @param share of the calls whose connection is reset once CatalystPay has answered */
  constructor(
    private readonly dice: Dice,
    private readonly share: number,
  ) {
    this.server = createServer((req, res) => void this.pass(req, res).catch(() => req.socket.destroy()))
  }

  /** @returns the address whose calls end at `target`, a port of this machine */
  async open(target: number): Promise<string> {
    this.target = target
    return `http://127.0.0.1:${await listenLocally(this.server)}`
  }

  async close(): Promise<void> {
    await closeAtOnce(this.server)
  }

  private async pass(req: IncomingMessage, res: ServerResponse): Promise<void> {
    this.calls += 1
    const isCut = this.dice.chance(this.share)
    const body = await buffer(req)
    const { method, url, headers } = req
    // CatalystPay is told nothing of a caller that has died meanwhile: it has the call.
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ port: this.target, host: "127.0.0.1", method, path: url, headers }, resolve).on("error", reject).end(body)
    })
    const answered = await buffer(answer)
    if (isCut) {
      this.cut += 1
      req.socket.resetAndDestroy()
      return
    }
    res.writeHead(answer.statusCode ?? 502, answer.headers)
    res.end(answered)
  }
}

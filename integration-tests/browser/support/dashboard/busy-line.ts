import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { buffer } from "node:stream/consumers"
import { closeAtOnce, listenLocally } from "../../../support/local-server"

/** For as long as a minute, which is the longest that CatalystPay's documentation shows. */
const WAIT_SECONDS = "60"

/**
 * CatalystPay at its limit: every call gets there but that which pays, which is always answered with 429. It has an
 * address, and so a queue, of its own.
 */
export class BusyLine {
  private target = ""

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {}

  static async open(): Promise<BusyLine> {
    const server = createServer()
    const line = new BusyLine(server, await listenLocally(server))
    server.on("request", (req: IncomingMessage, res: ServerResponse) => {
      line.answer(req, res).catch(() => req.socket.destroy())
    })
    return line
  }

  /** @returns the address of the API at `apiUrl` through this line */
  to(apiUrl: string): string {
    const { origin, pathname } = new URL(apiUrl)
    this.target = origin
    return `http://127.0.0.1:${this.port}${pathname}`
  }

  async close(): Promise<void> {
    await closeAtOnce(this.server)
  }

  private async answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await buffer(req)
    if (req.url?.endsWith("/pay/")) {
      res.writeHead(429, { "content-type": "application/json", "retry-after": WAIT_SECONDS })
      res.end(JSON.stringify({ detail: `Request was throttled. Expected available in ${WAIT_SECONDS} seconds.` }))
      return
    }
    const { method, url = "/", headers } = req
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request(`${this.target}${url}`, { method, headers }, resolve).on("error", reject).end(body)
    })
    res.writeHead(answer.statusCode ?? 502, answer.headers)
    res.end(await buffer(answer))
  }
}

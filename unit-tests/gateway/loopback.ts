import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer, type Socket } from "node:net"

export type Received = { method: string; path: string; headers: IncomingMessage["headers"]; body: string }
export type Answer =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | ((response: ServerResponse, request: IncomingMessage) => void)

/** A gateway of one's own on the loopback interface: answers as it is told and remembers what was asked. */
export class Loopback {
  readonly received: Received[] = []
  answer: Answer = { status: 200, body: {} }
  private readonly server: Server
  private readonly sockets = new Set<Socket>()

  private constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on("data", (chunk: Buffer) => chunks.push(chunk))
      request.on("end", () => {
        this.received.push({
          method: request.method ?? "",
          path: request.url ?? "",
          headers: request.headers,
          body: Buffer.concat(chunks).toString(),
        })
        if (typeof this.answer === "function") {
          this.answer(response, request)
          return
        }
        const { status, body, headers } = this.answer
        response.writeHead(status, { "content-type": "application/json", ...headers })
        response.end(body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body))
      })
    })
    this.server.on("connection", (socket) => {
      this.sockets.add(socket)
      socket.on("close", () => this.sockets.delete(socket))
    })
  }

  static async start(): Promise<Loopback> {
    const loopback = new Loopback()
    await listen(loopback.server)
    return loopback
  }

  get url(): string {
    return `http://127.0.0.1:${portOf(this.server)}/api/v1`
  }

  get last(): Received {
    const last = this.received.at(-1)
    if (!last) {
      throw new Error("Nothing was received.")
    }
    return last
  }

  get connections(): number {
    return this.sockets.size
  }

  async stop(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy())
    await new Promise((resolve) => this.server.close(resolve))
  }
}

/** A server below HTTP: what it does with a connection is the test's to say. */
export async function startTcp(
  onConnection: (socket: Socket) => void,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on("error", () => undefined)
    onConnection(socket)
  })
  await listen(server)
  return {
    url: `http://127.0.0.1:${portOf(server)}/api/v1`,
    stop: async () => {
      sockets.forEach((socket) => socket.destroy())
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function listen(server: TcpServer): Promise<void> {
  return new Promise((resolve) => server.listen(0, "127.0.0.1", resolve))
}

function portOf(server: TcpServer): number {
  const address = server.address() as AddressInfo
  return address.port
}

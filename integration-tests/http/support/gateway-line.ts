import { once } from "node:events"
import { connect, createServer, type Server, type Socket } from "node:net"
import { listenLocally } from "../../support/local-server"

/**
 * A wire to the gateway that can be cut and mended: while it is cut, connections are refused. While it holds, new ones
 * are taken, and nothing that is sent there arrives.
 */
export class GatewayLine {
  private server: Server | null = null
  private readonly sockets = new Set<Socket>()
  private port = 0
  private target = 0
  private holds = false

  /** @returns the address whose connections end at `target`, a port of this machine */
  async open(target: number): Promise<string> {
    this.target = target
    await this.mend()
    return `http://127.0.0.1:${this.port}`
  }

  async cut(): Promise<void> {
    const server = this.server
    this.server = null
    this.sockets.forEach((socket) => socket.destroy())
    if (server) {
      server.close()
      await once(server, "close")
    }
  }

  hold(): void {
    this.holds = true
  }

  letThrough(): void {
    this.holds = false
  }

  async mend(): Promise<void> {
    this.letThrough()
    if (this.server) {
      return
    }
    const server = createServer((from) => (this.holds ? this.keep(from) : this.join(from, connect(this.target, "127.0.0.1"))))
    this.port = await listenLocally(server, this.port)
    this.server = server
  }

  private keep(from: Socket): void {
    this.sockets.add(from)
    from.on("error", () => undefined)
    from.on("close", () => this.sockets.delete(from))
  }

  /** What happens to one end happens to the other: an answer that is dropped stays dropped. */
  private join(from: Socket, to: Socket): void {
    const ends = [from, to]
    from.pipe(to).pipe(from)
    ends.forEach((end, index) => {
      this.sockets.add(end)
      end.on("error", () => undefined)
      end.on("close", () => {
        this.sockets.delete(end)
        ends[1 - index]?.destroy()
      })
    })
  }
}

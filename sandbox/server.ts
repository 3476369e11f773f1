import { createServer } from "node:http"
import type { Server } from "node:http"
import { getRequestListener } from "@hono/node-server"
import type { Hono } from "hono"
import type { Env } from "./api"

/** An HTTP server around a Hono application that can be closed at once. */
export class HttpServer {
  private server: Server | null = null

  /** @throws the server's error (EADDRINUSE and so on), or an Error when it listens already */
  async listen(app: Hono<Env>, port: number, host: string): Promise<{ url: string; port: number }> {
    if (this.server) {
      throw new Error("The sandbox listens already.")
    }
    // The host application's own Request and Response stay what they are.
    const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
    const server = createServer((request, response) => void listener(request, response))
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject)
      server.listen(port, host, () => {
        server.off("error", reject)
        resolve()
      })
    })
    this.server = server
    const address = server.address()
    const actual = typeof address === "object" && address ? address.port : port
    return { url: `http://${reachableName(host)}:${actual}`, port: actual }
  }

  async close(): Promise<void> {
    const server = this.server
    this.server = null
    if (!server) {
      return
    }
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  }
}

/** "All interfaces" is an address to listen on, not one to call. */
function reachableName(host: string): string {
  if (host === "0.0.0.0" || host === "::") {
    return "localhost"
  }
  return host.includes(":") ? `[${host}]` : host
}

import { spawn } from "node:child_process"
import { once } from "node:events"
import { anyFreePort } from "../../../demo/ports"

export interface Redis {
  url: string
  stop(): Promise<void>
}

/**
 * Starts a Redis of one's own, in memory, on a free port.
 * @throws a sentence that says how to get the program when it is not there
 */
export async function startRedis(): Promise<Redis> {
  const port = await anyFreePort()
  const server = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
  const ended = once(server, "close").catch(() => undefined)
  await new Promise<void>((resolve, reject) => {
    server.once("error", () => {
      reject(new Error("The cluster tests need the program redis-server in the PATH: apt-get install redis-server."))
    })
    server.once("close", (code) => reject(new Error(`redis-server ended with ${code} before it was ready.`)))
    server.stdout.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("Ready to accept connections")) {
        resolve()
      }
    })
  })
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      server.kill()
      await ended
    },
  }
}

import { createServer } from "node:net"

/** Whether nobody listens on a port, on any of the machine's addresses. */
export async function isFree(port: number): Promise<boolean> {
  // Linux lets one bind 127.0.0.1 although another process holds the same port on all addresses, and the reverse.
  return (await canListen(port, undefined)) && (await canListen(port, "127.0.0.1"))
}

/** A port that the system picks. */
export async function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => {
        if (address && typeof address === "object") {
          resolve(address.port)
        } else {
          reject(new Error("The system gave no port."))
        }
      })
    })
  })
}

/**
 * The wanted port, or the next one that is free and not taken already.
 *
 * @param taken ports that others of the same start were given but don't listen on yet
 */
export async function freePortFrom(wanted: number, taken: readonly number[] = [], free = isFree): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
    if (!taken.includes(port) && (await free(port))) {
      return port
    }
  }
  return anyFreePort()
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.on("error", () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

import { once } from "node:events"
import type { Server as HttpServer } from "node:http"
import type { AddressInfo, Server } from "node:net"

/** Lets a server listen on this machine alone. @param port any that is free unless given; @returns the port */
export async function listenLocally(server: Server, port = 0): Promise<number> {
  server.listen(port, "127.0.0.1")
  await once(server, "listening")
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === "string") {
    throw new Error("The system gave no port.")
  }
  return address.port
}

/** Ends it with every connection that it has. */
export async function closeAtOnce(server: HttpServer): Promise<void> {
  server.close()
  server.closeAllConnections()
  await once(server, "close")
}

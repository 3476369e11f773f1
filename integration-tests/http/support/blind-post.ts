import { once } from "node:events"
import { connect } from "node:net"
import { z } from "zod"

const received = z.tuple([z.instanceof(Buffer)])

const PIECE = Buffer.alloc(1_000_000, " ")

/**
 * Posts a body as a simple client does: it looks for an answer when all of it is written, and not earlier.
 *
 * @param megabytes how large the body is
 * @returns the answer's first line
 * @throws when the connection breaks while it writes
 */
export async function postBlindly(url: string, megabytes: number): Promise<string> {
  const { hostname, port, pathname, host } = new URL(url)
  const socket = connect(Number(port), hostname).pause()
  try {
    const head = ["Content-Type: application/json", `Content-Length: ${megabytes * PIECE.length}`]
    socket.write([`POST ${pathname} HTTP/1.1`, `Host: ${host}`, ...head, "", ""].join("\r\n"))
    for (let sent = 0; sent < megabytes; sent += 1) {
      if (!socket.write(PIECE)) {
        await once(socket, "drain")
      }
    }
    const [answer] = received.parse(await once(socket.resume(), "data"))
    return answer.toString().split("\r\n")[0] ?? ""
  } finally {
    socket.destroy()
  }
}

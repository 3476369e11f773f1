import { once } from "node:events"
import { connect } from "node:net"

/**
 * Begins to post a body that it never finishes.
 *
 * @param everyMs how long it waits before each further character of the body
 * @returns all that was answered until the other side closed the connection
 */
export async function postWithoutEnd(url: string, everyMs: number): Promise<string> {
  const { hostname, port, pathname, host } = new URL(url)
  const socket = connect(Number(port), hostname)
  let answer = ""
  socket.on("data", (chunk) => (answer += chunk.toString()))
  socket.on("error", () => undefined)
  const head = ["Content-Type: application/json", "Content-Length: 100000", `X-CatalystPay-Signature: ${"0".repeat(64)}`]
  socket.write([`POST ${pathname} HTTP/1.1`, `Host: ${host}`, ...head, "", "{"].join("\r\n"))
  const trickle = setInterval(() => socket.write(" "), everyMs)
  await once(socket, "close")
  clearInterval(trickle)
  return answer
}

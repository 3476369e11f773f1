import { createServer, type Server } from "node:net"
import { anyFreePort, freePortFrom, isFree } from "../../demo/ports"

const busyUpTo = (last: number) => async (port: number) => port > last

describe("picking a port", () => {
  it("takes the wanted one when nobody listens there", async () => {
    expect(await freePortFrom(9000, [], busyUpTo(8999))).toBe(9000)
  })

  it("takes the next one that is free", async () => {
    expect(await freePortFrom(9000, [], busyUpTo(9002))).toBe(9003)
  })

  it("does not give out a port twice in one start", async () => {
    expect(await freePortFrom(9000, [9000, 9001], busyUpTo(8999))).toBe(9002)
  })

  it("lets the system pick when the whole neighbourhood is busy", async () => {
    const port = await freePortFrom(9000, [], async () => false)
    expect(port).toBeGreaterThan(0)
  })

  it.each(["127.0.0.1", "0.0.0.0"])("sees a server that listens on %s", async (host) => {
    const port = await anyFreePort()
    const server = await listen(port, host)
    expect(await isFree(port)).toBe(false)
    await new Promise((resolve) => server.close(resolve))
    expect(await isFree(port)).toBe(true)
  })
})

function listen(port: number, host: string): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, host, () => resolve(server))
  })
}

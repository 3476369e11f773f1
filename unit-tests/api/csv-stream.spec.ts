import { createServer, get, type IncomingMessage, type Server } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { text } from "node:stream/consumers"
import { streamCsv } from "../../src/api/admin/catalystpay/support/csv-stream"
import { listenLocally } from "../../integration-tests/support/local-server"

const HEADER = "id,amount\r\n"
/** More than the buffers of both sides take. */
const PAGE = ["x".repeat(1024 * 1024)]
const FAR_MORE_THAN_BUFFERS = 50

/** A server that exports so many pages, and what it was asked for. */
function exporting(pages: number, page: string[] = PAGE): { server: Server; made: () => number; ended: Promise<void> } {
  let made = 0
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => (end = resolve))
  async function* all(): AsyncGenerator<string[]> {
    for (; made < pages; ) {
      made += 1
      yield page
    }
  }
  const server = createServer((_req, res) => void streamCsv(res, "debits.csv", HEADER, all()).then(end))
  return { server, made: () => made, ended }
}

async function request(server: Server): Promise<IncomingMessage> {
  const port = await listenLocally(server)
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, agent: false }, resolve).once("error", reject)
  })
}

describe("a file of lines", () => {
  it("is sent whole, under its name, and is kept by nobody on the way", async () => {
    const { server } = exporting(3, ["a,1\r\n", "b,2\r\n"])
    const answer = await request(server)
    expect(answer.headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="debits.csv"',
      "cache-control": "no-store",
    })
    expect(await text(answer)).toBe(HEADER + "a,1\r\nb,2\r\n".repeat(3))
    server.close()
  })

  it("is made no faster than it is read", async () => {
    const { server, made } = exporting(FAR_MORE_THAN_BUFFERS)
    const answer = await request(server)
    let before = -1
    while (made() !== before) {
      before = made()
      await sleep(200)
    }
    expect(made()).toBeLessThan(FAR_MORE_THAN_BUFFERS)
    expect((await text(answer)).length).toBe(HEADER.length + FAR_MORE_THAN_BUFFERS * 1024 * 1024)
    server.close()
  })

  it("is made no further, and fails nothing, once nobody reads it any more", async () => {
    const { server, made, ended } = exporting(FAR_MORE_THAN_BUFFERS)
    const answer = await request(server)
    answer.destroy()
    await ended
    expect(made()).toBeLessThan(FAR_MORE_THAN_BUFFERS)
    server.close()
  })
})

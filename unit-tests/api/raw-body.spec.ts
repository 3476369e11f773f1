import { once } from "node:events"
import { PassThrough, Readable } from "node:stream"
import { readRawBody } from "../../src/api/support/raw-body"

const LIMITS = { bytes: 10, drainedBytes: 100, milliseconds: 60_000 }

describe("reading a webhook's body", () => {
  it("keeps the bytes as they were sent", async () => {
    const bytes = Buffer.from([0xff, 0x00, 0x7b, 0x22])
    expect(await readRawBody(Readable.from([bytes.subarray(0, 2), bytes.subarray(2)]), LIMITS)).toEqual(bytes)
  })

  it("takes exactly the limit and no byte more", async () => {
    expect((await readRawBody(Readable.from([Buffer.alloc(10)]), LIMITS)).length).toBe(10)
    await expect(readRawBody(Readable.from([Buffer.alloc(6), Buffer.alloc(5)]), LIMITS)).rejects.toMatchObject({
      code: "webhook_too_large",
      status: 413,
    })
  })

  it("reads a body that is too long to its end before it is refused, so that its sender can read why", async () => {
    const body = Readable.from(Array.from({ length: 10 }, () => Buffer.alloc(11)))
    const ended = once(body, "end")
    await expect(readRawBody(body, LIMITS)).rejects.toMatchObject({ code: "webhook_too_large" })
    await ended
  })

  it("reads no further in a body that goes on and on", async () => {
    let bytes = 0
    const endless = new Readable({
      highWaterMark: 1,
      read() {
        bytes += 4
        this.push(Buffer.alloc(4))
      },
    })
    await expect(readRawBody(endless, LIMITS)).rejects.toMatchObject({ code: "webhook_too_large" })
    await new Promise((resolve) => setImmediate(resolve))
    expect(endless.isPaused()).toBe(true)
    expect(bytes).toBeLessThan(LIMITS.bytes + LIMITS.drainedBytes + 20)
  })

  it("waits for the end of a body that is too long no longer than for any other", async () => {
    const body = new PassThrough()
    const reading = readRawBody(body, { ...LIMITS, milliseconds: 20 })
    body.write(Buffer.alloc(11))
    await expect(reading).rejects.toMatchObject({ code: "webhook_too_large" })
  })

  it.each([
    ["stays silent", () => undefined],
    ["trickles without end", (body: PassThrough) => void body.write("{")],
  ])("gives a body up that %s", async (_how, send) => {
    const body = new PassThrough()
    const sending = setInterval(() => send(body), 20)
    await expect(readRawBody(body, { bytes: 1_000_000, drainedBytes: 0, milliseconds: 100 })).rejects.toMatchObject({
      code: "webhook_too_slow",
      status: 408,
    })
    clearInterval(sending)
  })

  it("refuses a body whose connection ends before it", async () => {
    const body = new PassThrough()
    body.write("{")
    const reading = readRawBody(body, LIMITS)
    body.destroy()
    await expect(reading).rejects.toMatchObject({ code: "webhook_not_json" })
    const broken = new PassThrough()
    const readingBroken = readRawBody(broken, LIMITS)
    broken.destroy(new Error("ECONNRESET"))
    await expect(readingBroken).rejects.toMatchObject({ code: "webhook_not_json" })
  })

  it("is empty where nothing was sent", async () => {
    expect((await readRawBody(Readable.from([]), LIMITS)).length).toBe(0)
  })
})

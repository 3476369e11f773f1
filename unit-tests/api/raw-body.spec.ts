import { Readable } from "node:stream"
import { readRawBody } from "../../src/api/support/raw-body"

describe("reading a webhook's body", () => {
  it("keeps the bytes as they were sent", async () => {
    const bytes = Buffer.from([0xff, 0x00, 0x7b, 0x22])
    expect(await readRawBody(Readable.from([bytes.subarray(0, 2), bytes.subarray(2)]), 10)).toEqual(bytes)
  })

  it("takes exactly the limit and no byte more", async () => {
    expect((await readRawBody(Readable.from([Buffer.alloc(10)]), 10)).length).toBe(10)
    await expect(readRawBody(Readable.from([Buffer.alloc(6), Buffer.alloc(5)]), 10)).rejects.toMatchObject({
      code: "webhook_too_large",
      status: 413,
    })
  })

  it("is empty where nothing was sent", async () => {
    expect((await readRawBody(Readable.from([]), 10)).length).toBe(0)
  })
})

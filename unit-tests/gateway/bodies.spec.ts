import type { ServerResponse } from "node:http"
import { gzipSync } from "node:zlib"
import { CatalystPayClient } from "../../src/gateway/client"
import { CALLS, expectNoSecrets, failureOf, IBAN, KEY, OPERATIONS, PAYMENT, SILENCE, TOKEN } from "./calls"
import { Loopback } from "./loopback"
import { APPROVED } from "./samples"

const MEGABYTE = 1024 * 1024

let gateway: Loopback
const clients: CatalystPayClient[] = []

beforeAll(async () => {
  gateway = await Loopback.start()
})
afterEach(async () => {
  gateway.received.length = 0
  await Promise.all(clients.splice(0).map((client) => client.close()))
})
afterAll(() => gateway.stop())

function newClient(): CatalystPayClient {
  const client = new CatalystPayClient({ apiKey: KEY, baseUrl: gateway.url, retry: false })
  clients.push(client)
  return client
}

describe("a success", () => {
  it.each(["text/plain", "text/html", "application/xml", "", "application/json; charset=latin1"])(
    "that is JSON is read whatever its content-type says: %j",
    async (type) => {
      gateway.answer = { status: 200, body: APPROVED, headers: { "content-type": type } }
      await expect(newClient().pay(TOKEN, PAYMENT)).resolves.toMatchObject({ status: "completed" })
    },
  )

  it("is read with a byte order mark too", async () => {
    gateway.answer = (response) => response.end(`\ufeff${APPROVED}`)
    await expect(newClient().pay(TOKEN, PAYMENT)).resolves.toMatchObject({ status: "completed" })
  })

  it.each([
    [`<!doctype html><p>${IBAN} ${TOKEN}`, "its body is a web page: does a proxy or firewall answer in CatalystPay's place?"],
    [" <error/>", "its body is a web page"],
    ["", "its body is empty"],
    [" \n", "its body is empty"],
    [APPROVED.slice(0, -40), "its body is not JSON, or the end of it is missing"],
    [`${KEY}`, "its body is not JSON, or the end of it is missing"],
    ["7", "its body is no JSON object"],
  ])("with the body %j says what is wrong with it", async (body, said) => {
    gateway.answer = { status: 200, body, headers: { "content-type": "application/json" } }
    const error = await failureOf(newClient().pay(TOKEN, PAYMENT))
    expect(error).toMatchObject({ kind: "outcome_unknown", http_status: 200, reason: null, accepted: "unknown" })
    expect(error.message).toContain(`Submitting a debit to CatalystPay (POST /payment-sessions/{session_token}/pay/)`)
    expect(error.message).toContain(said)
    expectNoSecrets(error)
  })

  it("that is not UTF-8, or compressed, is no answer", async () => {
    gateway.answer = (response) => response.end(Buffer.from('{"status":"completed","x":"M\xfcller"}', "latin1"))
    expect((await failureOf(newClient().pay(TOKEN, PAYMENT))).message).toContain("its body is not UTF-8")
    for (const encoding of ["gzip", "br", "x-own"]) {
      gateway.answer = (response) => {
        response.setHeader("content-encoding", encoding)
        response.end(gzipSync(APPROVED))
      }
      const error = await failureOf(newClient().pay(TOKEN, PAYMENT))
      expect(error).toMatchObject({ kind: "outcome_unknown", http_status: 200 })
      expect(error.message).toContain("its body is compressed, which was not asked for")
      expect(gateway.last.headers["accept-encoding"]).toBeUndefined()
    }
    gateway.answer = { status: 200, body: APPROVED, headers: { "content-encoding": "identity" } }
    await expect(newClient().pay(TOKEN, PAYMENT)).resolves.toMatchObject({ status: "completed" })
  })
})

describe("a refusal", () => {
  it("keeps its kind when its body is compressed, a web page, cut or not UTF-8", async () => {
    const bodies: ((response: ServerResponse) => void)[] = [
      (response) => response.setHeader("content-encoding", "gzip").end(gzipSync('{"detail":"used"}')),
      (response) => response.end("<html>409</html>"),
      (response) => response.end('{"detail": "us'),
      (response) => response.end(Buffer.from('{"detail":"M\xfcller"}', "latin1")),
      (response) => response.end(),
    ]
    for (const write of bodies) {
      gateway.answer = (response) => {
        response.statusCode = 409
        write(response)
      }
      const error = await failureOf(newClient().pay(TOKEN, PAYMENT))
      expect(error).toMatchObject({ kind: "conflict", http_status: 409, detail: null, fields: null, accepted: "no" })
      expect(error.message).toContain("Its body says nothing readable.")
    }
  })
})

describe("an answer without end", () => {
  /** Writes until the other side hangs up, never faster than it reads. */
  function pour(response: ServerResponse, counted: { bytes: number }): void {
    const chunk = Buffer.alloc(64 * 1024, " ")
    const write = () => {
      do {
        counted.bytes += chunk.length
      } while (response.write(chunk))
    }
    response.on("drain", write)
    write()
  }

  it.each([200, 409, 500])("with status %i is cut off, in bounded memory", async (status) => {
    for (const operation of OPERATIONS) {
      const counted = { bytes: 0 }
      gateway.answer = (response) => {
        response.statusCode = status
        pour(response, counted)
      }
      const error = await failureOf(CALLS[operation](newClient()))
      expect(error).toMatchObject({ kind: status === 409 ? "conflict" : SILENCE[operation], http_status: status })
      // What was written and never read lies in the buffers of the two sockets.
      expect(counted.bytes).toBeLessThan(10 * MEGABYTE)
      if (status === 200) {
        expect(error.message).toContain("its body is longer than 1048576 bytes")
      }
    }
  })

  it("is cut off where a page of rows was asked for, too", async () => {
    const counted = { bytes: 0 }
    gateway.answer = (response) => pour(response, counted)
    const pages = newClient().transactionPages({ start_date: "2026-04-01" })[Symbol.asyncIterator]()
    const error = await failureOf(pages.next())
    expect(error).toMatchObject({ kind: "unavailable", operation: "list_transactions", http_status: 200 })
    expect(error.message).toContain("its body is longer than 4194304 bytes")
    expect(counted.bytes).toBeLessThan(12 * MEGABYTE)
  })
})

it("follows no redirect, to wherever it leads", async () => {
  for (const status of [301, 302, 307, 308]) {
    gateway.received.length = 0
    gateway.answer = { status, headers: { location: `${gateway.url}/payment-sessions/other/` } }
    const error = await failureOf(newClient().getSession(TOKEN))
    expect(error).toMatchObject({ kind: "unexpected_response", http_status: status })
    expect(error.message).toContain("redirects are not followed")
    expect(gateway.received).toHaveLength(1)
  }
})

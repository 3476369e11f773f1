import { createServer as createTlsServer } from "node:https"
import type { AddressInfo, Socket } from "node:net"
import { inspect } from "node:util"
import { MockAgent } from "undici"
import { CatalystPayClient } from "../../src/gateway/client"
import type { GatewayTimeouts } from "../../src/gateway/timeouts"
import { CALLS, everyTextOf, expectNoSecrets, failureOf, IBAN, KEY, OPERATIONS, PAYMENT, SILENCE, TOKEN } from "./calls"
import { Loopback, startTcp } from "./loopback"
import { APPROVED } from "./samples"

const QUICK: Partial<GatewayTimeouts> = { connect_ms: 150, submit_ms: 150, read_ms: 150 }

/** Made for these tests alone, for 127.0.0.1; nothing trusts it. */
const SELF_SIGNED = {
  key: pem(
    "PRIVATE KEY",
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg38coA5sja63V/KgBquYk4MvC5Fca+ZiHVd0hauHOrvChRANCAASE" +
      "IQg5UIYqZ6kFyyKfIMcuxZlRYT+isGBnLj6TTv4FxaRFvd0Zxmp3Q23FNQcgMwQcKPq438c/oOQQA+BJNS5g",
  ),
  cert: pem(
    "CERTIFICATE",
    "MIIBkDCCATagAwIBAgIUAioUvBz+fCuk5BnObBJOGfa0IUYwCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2" +
      "MTEyMjA4MjYxMFoYDzIxMjYxMDI5MDgyNjEwWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC" +
      "AASEIQg5UIYqZ6kFyyKfIMcuxZlRYT+isGBnLj6TTv4FxaRFvd0Zxmp3Q23FNQcgMwQcKPq438c/oOQQA+BJNS5go2QwYjAdBgNV" +
      "HQ4EFgQUEXi81P6zqqurQDIhUUUewrU7hVgwHwYDVR0jBBgwFoAUEXi81P6zqqurQDIhUUUewrU7hVgwDwYDVR0TAQH/BAUwAwEB" +
      "/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUCIGKwLdqE9Mp+lH9RGq7tW6aHFoWR2YVAdG/C6bHdnb5GAiEA0hbF" +
      "3cFROH8JbGBgKW9wQ19YkgaHNTvJq1gYoW1u9Bg=",
  ),
}

function pem(label: string, der: string): string {
  return `-----BEGIN ${label}-----\n${der}\n-----END ${label}-----\n`
}

let gateway: Loopback
const clients: CatalystPayClient[] = []
/** Ended after each test, also after one that failed: an open server keeps jest from ending. */
const servers: { stop: () => Promise<unknown> }[] = []

beforeAll(async () => {
  gateway = await Loopback.start()
})
afterEach(async () => {
  gateway.received.length = 0
  await Promise.all(clients.splice(0).map((client) => client.close()))
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})
afterAll(() => gateway.stop())

function clientOf(baseUrl: string, timeouts: Partial<GatewayTimeouts> = {}): CatalystPayClient {
  const client = new CatalystPayClient({ apiKey: KEY, baseUrl, timeouts, retry: false })
  clients.push(client)
  return client
}

async function tcpServer(onConnection: (socket: Socket) => void): Promise<string> {
  const server = await startTcp(onConnection)
  servers.push(server)
  return server.url
}

describe("success without a usable body", () => {
  it.each([
    ["HTML", "<html>Welcome to the airport</html>"],
    ["cut JSON", APPROVED.slice(0, -40)],
    ["an empty body", ""],
    ["a list", "[]"],
    ["null", "null"],
    ["no status and no token", "{}"],
    ["a status of another type", '{"status": 7, "valid": "true", "session_token": 5}'],
    ["too long a body", JSON.stringify({ status: "completed", padding: "x".repeat(1_100_000) })],
  ])("%s is no answer", async (name, body) => {
    gateway.answer = { status: 200, body }
    for (const operation of OPERATIONS) {
      const client = clientOf(gateway.url)
      if (operation === "cancel" && ["an empty body", "no status and no token"].includes(name)) {
        continue
      }
      const error = await failureOf(CALLS[operation](client))
      expect(error).toMatchObject({ kind: SILENCE[operation], operation, http_status: 200 })
      expectNoSecrets(error)
    }
  })

  it("an answer about another session is no answer", async () => {
    gateway.answer = { status: 200, body: { session_token: "ps_somebody_elses", status: "completed" } }
    const error = await failureOf(clientOf(gateway.url).pay(TOKEN, PAYMENT))
    expect(error).toMatchObject({ kind: "outcome_unknown", accepted: "unknown" })
    expect(everyTextOf(error)).not.toContain("somebody")
  })

  it("an answer that is not UTF-8 is no answer", async () => {
    gateway.answer = (response) => response.end(Buffer.from('{"status":"completed","x":"M\xfcller"}', "latin1"))
    const error = await failureOf(clientOf(gateway.url).pay(TOKEN, PAYMENT))
    expect(error.kind).toBe("outcome_unknown")
  })
})

describe("nothing was sent", () => {
  const expectNotSent = async (clientFor: () => CatalystPayClient) => {
    for (const operation of OPERATIONS) {
      const client = clientFor()
      const error = await failureOf(CALLS[operation](client))
      expect(error).toMatchObject({ kind: "not_sent", operation, http_status: null, accepted: "no" })
      expect(error.reason).toBe("connection")
      expect(error.message).toContain("nothing was received there")
      expectNoSecrets(error)
    }
  }

  it("when the connection is refused", async () => {
    const { url, stop } = await startTcp(() => undefined)
    await stop()
    await expectNotSent(() => clientOf(url))
  })

  it("when the host name does not exist", async () => {
    await expectNotSent(() => clientOf("https://gateway.invalid/api/v1"))
  })

  it("when the certificate is not trusted", async () => {
    const server = createTlsServer(SELF_SIGNED, (_, response) => response.end(APPROVED))
    servers.push({ stop: () => new Promise((resolve) => server.close(resolve)) })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const address = server.address() as AddressInfo
    await expectNotSent(() => clientOf(`https://127.0.0.1:${address.port}/api/v1`))
  })

  it("when the other end hangs up, or speaks something else, while TLS is being agreed", async () => {
    const hangUp = await tcpServer((socket) => socket.once("data", () => socket.resetAndDestroy()))
    await expectNotSent(() => clientOf(hangUp.replace("http:", "https:")))
    const plain = await tcpServer((socket) => socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")))
    await expectNotSent(() => clientOf(plain.replace("http:", "https:")))
  })

  it("when TLS is never agreed in time", async () => {
    const mute = await tcpServer(() => undefined)
    await expectNotSent(() => clientOf(mute.replace("http:", "https:"), QUICK))
  })

  it("when the client was closed", async () => {
    const client = clientOf(gateway.url)
    await client.close()
    clients.pop()
    const error = await failureOf(client.pay(TOKEN, PAYMENT))
    expect(error).toMatchObject({ kind: "not_sent", reason: "connection", accepted: "no" })
    expect(error.message).toContain("the client was closed")
  })

  it("when no connection became free in time, and it is not sent later either", async () => {
    const waiting: (() => void)[] = []
    gateway.answer = (response) => {
      waiting.push(() => response.end('{"status":"PENDING"}'))
    }
    const client = clientOf(gateway.url, { connect_ms: 1_000, read_ms: 10_000 })
    const busy = Array.from({ length: 64 }, () => client.getSession(TOKEN))
    const error = await failureOf(client.pay(TOKEN, PAYMENT))
    expect(error).toMatchObject({ kind: "not_sent", accepted: "no" })
    gateway.answer = { status: 200, body: { status: "PENDING" } }
    waiting.forEach((release) => release())
    await Promise.all(busy)
    await client.getSession(TOKEN)
    expect(gateway.received.filter(({ path }) => path.endsWith("/pay/"))).toEqual([])
  })
})

describe("it was sent and no answer came", () => {
  const expectSilence = async (clientFor: () => CatalystPayClient) => {
    for (const operation of OPERATIONS) {
      const client = clientFor()
      const error = await failureOf(CALLS[operation](client))
      expect(error).toMatchObject({
        kind: SILENCE[operation],
        operation,
        http_status: null,
        accepted: SILENCE[operation] === "outcome_unknown" ? "unknown" : "no",
      })
      expectNoSecrets(error)
    }
    expect(gateway.received.map(({ path }) => path)).toHaveLength(OPERATIONS.length)
  }

  it("when the connection is reset", async () => {
    gateway.answer = (response) => response.socket?.resetAndDestroy()
    await expectSilence(() => clientOf(gateway.url))
  })

  it("when the connection is closed", async () => {
    gateway.answer = (response) => response.socket?.end()
    await expectSilence(() => clientOf(gateway.url))
  })

  it("when the answer's head does not come in time", async () => {
    gateway.answer = () => undefined
    await expectSilence(() => clientOf(gateway.url, { ...QUICK, connect_ms: 5_000 }))
  })

  it("when what comes is not HTTP", async () => {
    gateway.answer = (response) => response.socket?.end(`SSH-2.0 ${IBAN} ${TOKEN}\r\n`)
    await expectSilence(() => clientOf(gateway.url))
  })

  it("when only an announcement (103) comes", async () => {
    gateway.answer = (response) => response.socket?.end("HTTP/1.1 103 Early Hints\r\n\r\n")
    await expectSilence(() => clientOf(gateway.url))
  })

  it("when a 200 is cut in the middle, or never ends: its status is known and its outcome is not", async () => {
    const client = clientOf(gateway.url, { ...QUICK, connect_ms: 5_000 })
    const cuts = [
      "HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"status\":\"completed\"}",
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n16\r\n{\"status\":\"completed\"}\r\n",
    ]
    for (const cut of cuts) {
      for (const hangUp of [true, false]) {
        gateway.answer = (response) => {
          response.socket?.write(cut)
          if (hangUp) {
            response.socket?.end()
          }
        }
        const error = await failureOf(client.pay(TOKEN, PAYMENT))
        expect(error).toMatchObject({ kind: "outcome_unknown", http_status: 200, accepted: "unknown" })
      }
    }
  })

  it("but a 409 whose body is cut is still a 409", async () => {
    gateway.answer = (response) => response.socket?.end("HTTP/1.1 409 Conflict\r\ncontent-length: 500\r\n\r\n{")
    const error = await failureOf(clientOf(gateway.url).pay(TOKEN, PAYMENT))
    expect(error).toMatchObject({ kind: "conflict", http_status: 409, accepted: "no", detail: null })
  })

  it("when a kept connection turns out to be dead, and the debit is not sent a second time", async () => {
    let requests = 0
    const stale = await tcpServer((socket) => {
      socket.on("data", () => {
        requests += 1
        if (requests === 1) {
          socket.write('HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n{"status":"PENDING"}')
        } else {
          socket.resetAndDestroy()
        }
      })
    })
    const client = clientOf(stale)
    await client.getSession(TOKEN)
    const error = await failureOf(client.pay(TOKEN, PAYMENT))
    expect(error).toMatchObject({ kind: "outcome_unknown", accepted: "unknown" })
    expect(requests).toBe(2)
  })
})

describe("a dispatcher of one's own", () => {
  it("is used, and left open", async () => {
    const agent = new MockAgent()
    agent.disableNetConnect()
    agent
      .get("https://api.catalystpay.com")
      .intercept({ method: "GET", path: `/api/v1/payment-sessions/${TOKEN}/` })
      .reply(200, { status: "COMPLETED" })
      .times(2)
    const client = new CatalystPayClient({ apiKey: KEY, dispatcher: agent })
    await expect(client.getSession(TOKEN)).resolves.toMatchObject({ status: "COMPLETED" })
    await client.close()
    await expect(client.getSession(TOKEN)).resolves.toMatchObject({ status: "COMPLETED" })
    await agent.close()
  })
})

it("shows no key in the client itself", () => {
  const client = clientOf(gateway.url)
  expect(inspect(client, { depth: 9, showHidden: true }) + JSON.stringify(client)).not.toContain(KEY)
})

import { createServer } from "node:http"
import type { IncomingHttpHeaders } from "node:http"
import { z } from "zod"
import { createSandbox, DEFAULT_CAMPAIGN_ID } from "../../sandbox"
import type { Sandbox, SandboxOptions } from "../../sandbox"

const jsonObject = z.record(z.string(), z.unknown())

export type Answer = { status: number; headers: Headers; body: Record<string, unknown> }

/** A running sandbox with short words for its calls, over real HTTP. */
export type Box = {
  sandbox: Sandbox
  url: string
  log: string[]
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  create(overrides?: Record<string, unknown>): Promise<Answer>
  /** Creates a session and hands back its token. */
  open(overrides?: Record<string, unknown>): Promise<string>
  get(token: string): Promise<Answer>
  pay(token: string, overrides?: Record<string, unknown>): Promise<Answer>
  verify(token: string, body?: unknown): Promise<Answer>
  cancel(token: string): Promise<Answer>
  /** Presses a button of the verification page. */
  decide(token: string, decision: "sign" | "refuse", fields?: Record<string, string>): Promise<Response>
}

/** Jest's matchers are typed `any`; these are not. */
export const anyText: unknown = expect.any(String)
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)

export const KEY = { authorization: "Bearer rk_sandbox" }
export const APPROVED = "DE89370400440532013000"
export const DECLINED = "DE91100000000123456789"
export const AWAITING = "DE56100500009000000001"
export const HARD_DECLINE = "DE60200411339000000008"

let leads = 0

export function lead(overrides: Record<string, unknown> = {}) {
  leads += 1
  const email = `max${leads}@example.com`
  return { first_name: "Max", last_name: "Mustermann", email, country: "DE", ...overrides }
}

const closers: (() => Promise<void>)[] = []

/** To be called in `afterEach`. */
export async function closeAll(): Promise<void> {
  await Promise.all(closers.splice(0).map((close) => close()))
}

export async function startBox(options: SandboxOptions = {}): Promise<Box> {
  const log: string[] = []
  const sandbox = createSandbox({ log: (line) => log.push(line), ...options })
  const { url, apiUrl } = await sandbox.listen()
  closers.push(() => sandbox.close())

  const request: Box["request"] = async (method, path, body, headers = {}) => {
    const response = await fetch(apiUrl + path, {
      method,
      headers: body === undefined ? headers : { "content-type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    return { status: response.status, headers: response.headers, body: jsonObject.parse(await response.json()) }
  }
  const create: Box["create"] = (overrides = {}) =>
    request("POST", "/payment-sessions/", { campaign_id: DEFAULT_CAMPAIGN_ID, lead: lead(), ...overrides }, KEY)
  return {
    sandbox,
    url,
    log,
    request,
    create,
    open: async (overrides) => z.string().parse((await create(overrides)).body.session_token),
    get: (token) => request("GET", `/payment-sessions/${token}/`),
    pay: (token, overrides = {}) =>
      request("POST", `/payment-sessions/${token}/pay/`, { iban: APPROVED, iban_holder_name: "Max", ...overrides }),
    verify: (token, body) => request("POST", `/payment-sessions/${token}/verify/`, body),
    cancel: (token) => request("POST", `/payment-sessions/${token}/cancel/`, undefined, KEY),
    decide: (token, decision, fields = {}) =>
      fetch(`${url}/verification/${token}`, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({ decision, ...fields }),
      }),
  }
}

export type Received = { method: string; url: URL; headers: IncomingHttpHeaders; body: string }

/** A webhook receiver that answers the given statuses in turn, the last one for ever. */
export async function startReceiver(...statuses: number[]): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const { method = "", headers } = request
      const body = Buffer.concat(chunks).toString("utf8")
      received.push({ method, url: new URL(request.url ?? "", "http://receiver"), headers, body })
      response.statusCode = statuses[Math.min(received.length, statuses.length) - 1] ?? 200
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  const address = z.object({ port: z.number() }).parse(server.address())
  return { url: `http://127.0.0.1:${address.port}/hooks`, received }
}

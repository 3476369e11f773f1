import type { HttpBindings } from "@hono/node-server"
import { Hono } from "hono"
import type { Context, Handler } from "hono"
import type { z } from "zod"
import { ApiError, sessionGone, sessionNotFound, validationError } from "./api-error"
import { authenticate } from "./auth"
import { bankOf } from "./banks"
import { newCall } from "./call-log"
import { resultEnvelope } from "./envelope"
import type { Gateway } from "./gateway"
import { isValidIban, normaliseIban } from "./iban"
import { shortToken } from "./ids"
import { isTerminal } from "./model"
import type { Attempt, Session } from "./model"
import { readJson } from "./request-body"
import { createRequest, ibanValidateRequest, payRequest, verifyRequest } from "./schemas"
import type { SessionStore } from "./session-store"
import { sessionView } from "./session-view"
import type { Switches } from "./switches"
import type { CallRecord, Faults, Operation } from "./types"

export type Env = { Bindings: HttpBindings }

type ApiOptions = {
  apiKeys: string[]
  store: SessionStore
  gateway: Gateway
  faults: Faults
  switches: Switches
  calls: CallRecord[]
  clock: () => Date
  log: (line: string) => void
  /** Known once the server listens. */
  baseUrl: () => string
}

type Endpoint = (c: Context<Env>, call: CallRecord) => Promise<Response>

/** The six endpoints below `/api/v1`. Paths end in a slash; whether the API redirects without one is not documented. */
export function createApi(options: ApiOptions): Hono<Env> {
  const { store, gateway, faults, switches } = options
  const app = new Hono<Env>()

  const find = (c: Context<Env>): Session => {
    const session = store.find(c.req.param("token") ?? "")
    if (!session) {
      throw sessionNotFound()
    }
    return session
  }
  const demand = (c: Context<Env>, ...kinds: ("rk" | "ps")[]) =>
    authenticate(c.req.header("authorization"), { ...options, kinds, required: true })
  // Not needed on these three; a wrong one is refused all the same, as Django REST framework would.
  const tolerate = (c: Context<Env>) =>
    authenticate(c.req.header("authorization"), { ...options, kinds: ["rk", "ps"], required: false })

  const recorded = (operation: Operation, endpoint: Endpoint): Handler<Env> => async (c) => {
    const call = newCall(operation, c.req.param("token") ?? null, c.req.raw.headers, options.clock())
    options.calls.push(call)
    const response = await endpoint(c, call).catch((error: unknown) => errorAnswer(c, error, options.log))
    const dropped = c.env.incoming.socket.destroyed
    call.status = dropped ? 0 : response.status
    const session = call.session_token ? ` ${shortToken(call.session_token)}` : ""
    options.log(`${operation}${session} ${dropped ? "no answer" : response.status}`)
    return response
  }

  const create: Endpoint = async (c, call) => {
    demand(c, "rk")
    const session = store.create(await readAs(c, createRequest))
    call.session_token = session.token
    const { token: session_token, status } = session
    return c.json({ session_token, status, payment_url: `${options.baseUrl()}/s/${session_token}` }, 201)
  }

  const get: Endpoint = async (c) => {
    tolerate(c)
    const session = find(c)
    if (switches["get-terminal"] === "410" && isTerminal(session.status)) {
      throw sessionGone()
    }
    return c.json(sessionView(session))
  }

  const pay: Endpoint = async (c, call) => {
    tolerate(c)
    const session = find(c)
    const body = await readAs(c, payRequest, (raw) => {
      call.reference = typeof raw.tenant_reference_id === "string" ? raw.tenant_reference_id : null
    })
    const attempt = await gateway.pay(session, body)
    return answerAccepted(c, resultEnvelope(session, attempt, options.baseUrl()))
  }

  const answerAccepted = async (c: Context<Env>, envelope: ReturnType<typeof resultEnvelope>) => {
    await faults.duringPay?.()
    if (faults.payDropsAnswerAfterAcceptance) {
      c.env.incoming.socket.destroy()
    }
    if (faults.payAnswers500AfterAcceptance) {
      throw new ApiError(500, "An unexpected error occurred during payment processing.")
    }
    return c.json(envelope)
  }

  const verify: Endpoint = async (c) => {
    tolerate(c)
    const session = find(c)
    await readAs(c, verifyRequest)
    const attempt: Attempt = gateway.verify(session)
    return c.json(resultEnvelope(session, attempt, options.baseUrl()))
  }

  const cancel: Endpoint = async (c) => {
    demand(c, "rk")
    const session = find(c)
    gateway.cancel(session)
    return c.json({ session_token: session.token, status: session.status })
  }

  const validateIban: Endpoint = async (c) => {
    demand(c, "rk", "ps")
    if (faults.validateIbanDown) {
      throw new ApiError(503, "Service temporarily unavailable, try again later.")
    }
    const iban = normaliseIban((await readAs(c, ibanValidateRequest)).iban)
    return isValidIban(iban)
      ? c.json({ valid: true, ...bankOf(iban) })
      : c.json({ valid: false, bank_name: null, bic: null, error: "Invalid IBAN" })
  }

  app.post("/payment-sessions/", recorded("create", create))
  app.get("/payment-sessions/:token/", recorded("get", get))
  app.post("/payment-sessions/:token/pay/", recorded("pay", pay))
  app.post("/payment-sessions/:token/verify/", recorded("verify", verify))
  app.post("/payment-sessions/:token/cancel/", recorded("cancel", cancel))
  app.post("/iban-validate/", recorded("iban-validate", validateIban))
  const paths = ["/payment-sessions/", "/payment-sessions/:token/", "/iban-validate/"]
  for (const path of [...paths, "/payment-sessions/:token/:action{pay|verify|cancel}/"]) {
    app.all(path, (c) => errorAnswer(c, new ApiError(405, `Method "${c.req.method}" not allowed.`), options.log))
  }
  app.all("*", (c) => errorAnswer(c, new ApiError(404, "Not found."), options.log))
  return app
}

async function readAs<T extends z.ZodType>(
  c: Context<Env>,
  schema: T,
  beforeValidation?: (raw: Record<string, unknown>) => void,
): Promise<z.output<T>> {
  const raw = await readJson(c.req.raw)
  beforeValidation?.(raw)
  const result = schema.safeParse(raw)
  if (!result.success) {
    throw validationError(result.error)
  }
  return result.data
}

function errorAnswer(c: Context<Env>, error: unknown, log: (line: string) => void): Response {
  if (error instanceof ApiError) {
    const headers = error.status === 401 ? { "www-authenticate": "Bearer" } : undefined
    return c.json(error.body(), error.status, headers)
  }
  log(`unexpected ${error instanceof Error ? error.name : "error"}`)
  return c.json(new ApiError(500, "An unexpected error occurred.").body(), 500)
}

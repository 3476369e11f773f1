import type { HttpBindings } from "@hono/node-server"
import { Hono } from "hono"
import type { Handler } from "hono"
import { createAdmission } from "./admission"
import type { GateName } from "./admission"
import { ApiError } from "./api-error"
import { newCall } from "./call-log"
import { createEndpoints } from "./endpoints"
import type { Endpoint, EndpointOptions } from "./endpoints"
import { errorAnswer } from "./error-answer"
import { shortToken } from "./ids"
import { createPayEndpoint } from "./pay-endpoint"
import type { Reconciliation } from "./reconciliation"
import { RECONCILED } from "./reconciliation-query"
import type { CallRecord } from "./types"

export type Env = { Bindings: HttpBindings }

type ApiOptions = EndpointOptions & {
  apiKeys: string[]
  reconciliation: Reconciliation
  calls: CallRecord[]
  clock: () => Date
  log: (line: string) => void
  rateLimits: () => boolean
  callerAddresses: string[]
}

/** The nine endpoints below `/api/v1`. */
export function createApi(options: ApiOptions): Hono<Env> {
  const app = new Hono<Env>()
  const admit = createAdmission(options)
  const endpoints = createEndpoints(options)

  const recorded = (operation: GateName, endpoint: Endpoint): Handler<Env> => async (c) => {
    const call = newCall(operation, c.req.param("token") ?? null, c.req.raw.headers, options.clock())
    options.calls.push(call)
    const answered = async () => {
      admit(c, operation)
      return endpoint(c, call)
    }
    const response = await answered().catch((error: unknown) => errorAnswer(c, error, options))
    const dropped = c.env.incoming.socket.destroyed
    call.status = dropped ? 0 : response.status
    const session = call.session_token ? ` ${shortToken(call.session_token)}` : ""
    options.log(`${operation}${session} ${dropped ? "no answer" : response.status}`)
    return response
  }

  app.post("/payment-sessions/", recorded("create", endpoints.create))
  app.get("/payment-sessions/:token/", recorded("get", endpoints.get))
  app.post("/payment-sessions/:token/pay/", recorded("pay", createPayEndpoint(options)))
  app.post("/payment-sessions/:token/verify/", recorded("verify", endpoints.verify))
  app.post("/payment-sessions/:token/cancel/", recorded("cancel", endpoints.cancel))
  app.post("/iban-validate/", recorded("iban-validate", endpoints.validateIban))
  const reconciliations = RECONCILED.map((kind) => {
    const path = `/reconciliation/${kind}/`
    const reconcile: Endpoint = async (c) => options.reconciliation.answer(kind, new URL(c.req.url))
    app.get(path, recorded("reconciliation", reconcile))
    return path
  })
  const paths = ["/payment-sessions/", "/payment-sessions/:token/", "/iban-validate/", ...reconciliations]
  for (const path of [...paths, "/payment-sessions/:token/:action{pay|verify|cancel}/"]) {
    app.all(path, (c) => errorAnswer(c, new ApiError(405, `Method "${c.req.method}" not allowed.`), options))
  }
  app.all("*", (c) => {
    const { pathname, search } = new URL(c.req.url)
    if (options.switches["missing-slash"] === "redirect" && !pathname.endsWith("/")) {
      return c.redirect(`${pathname}/${search}`, 301)
    }
    return errorAnswer(c, new ApiError(404, "Not found."), options)
  })
  return app
}

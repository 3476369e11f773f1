import { Hono } from "hono"
import type { Context } from "hono"
import { ZodError } from "zod"
import type { Env } from "./api"
import { ApiError, validationError } from "./api-error"
import type { ErrorDetail } from "./api-error"
import { consolePage } from "./console-page"
import type { Message } from "./console-page"
import { changeSwitches, faultsRequest, releaseRequest, switchesRequest } from "./control"
import { localOnly } from "./local-only"
import type { Sandbox } from "./types"

type Fields = Record<string, string>

/** The control API for people: plain forms, each answered by the page with one sentence on what was done. */
export function createConsole(sandbox: Sandbox): Hono<Env> {
  const app = new Hono<Env>()
  // Shown once. Not in the address, where a link from elsewhere could put words into this page's mouth.
  let message: Message | null = null

  const act = (path: string, action: (c: Context<Env>, fields: Fields) => string | Promise<string>) =>
    app.post(path, async (c) => {
      const text = await Promise.resolve(readForm(c))
        .then((fields) => action(c, fields))
        .catch((error: unknown) => `Nothing was done: ${explain(error)}`)
      message = { text }
      return c.redirect("/console", 303)
    })
  const idOf = (c: Context<Env>) => c.req.param("id") ?? ""

  app.use(localOnly)
  app.use(async (c, next) => {
    await next()
    // With "no-referrer" browsers send these forms with the origin "null".
    c.header("referrer-policy", "same-origin")
    c.header(
      "content-security-policy",
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    )
  })
  app.get("/", (c) => {
    const shown = message
    message = null
    return c.html(consolePage(sandbox, shown))
  })

  act("/clock", (_c, { days }) => `It is ${sandbox.clock.move({ days: Number(days) }).toISOString()} now.`)
  act("/transactions/:id/settle", (c) => `${sandbox.settle(idOf(c)).order_number} is settled.`)
  act("/transactions/:id/bounce", (c, { reason_code = "" }) => {
    return `${sandbox.bounce(idOf(c), reason_code).order_number} came back with ${reason_code}.`
  })
  act("/transactions/:id/chargeback", (c, { reason_code = "", amount }) => {
    const chargeback = sandbox.chargeBack(idOf(c), { reason_code, amount: amount || undefined })
    return `${chargeback.amount} ${chargeback.currency} of ${chargeback.order_number} were charged back.`
  })
  act("/transactions/:id/refund", (c, { amount }) => {
    const refund = sandbox.refund(idOf(c), { amount: amount || undefined })
    return `${refund.amount} ${refund.currency} of ${refund.order_number} were refunded.`
  })
  act("/subscriptions/:id/rebill", (c) => `${sandbox.rebill(idOf(c)).amount} were collected.`)
  act("/deliveries/:id/resend", async (c) => {
    await sandbox.resend({ deliveryId: Number(idOf(c)) })
    return `Delivery ${idOf(c)} was sent again.`
  })
  act("/hold", () => {
    sandbox.holdWebhooks()
    return "Webhooks wait until they are released."
  })
  act("/release", async (_c, { order }) => {
    await sandbox.releaseWebhooks(releaseRequest.parse({ order }))
    return "Webhooks that were held have gone out."
  })
  act("/faults", (_c, fields) => {
    const faults = Object.entries(sandbox.faults).flatMap(([name, value]): [string, boolean | number][] => {
      if (typeof value === "boolean") {
        return [[name, fields[name] !== undefined]]
      }
      return typeof value === "number" ? [[name, Number(fields[name])]] : []
    })
    Object.assign(sandbox.faults, faultsRequest.parse(Object.fromEntries(faults)))
    return "The faults are saved."
  })
  act("/switches", (_c, fields) => {
    changeSwitches(sandbox, switchesRequest.parse(fields))
    return "The switches are saved."
  })
  return app
}

async function readForm(c: Context<Env>): Promise<Fields> {
  const fields = Object.entries(await c.req.parseBody())
  return Object.fromEntries(fields.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])))
}

function explain(error: unknown): string {
  const known = error instanceof ZodError ? validationError(error) : error
  if (known instanceof ApiError) {
    return sentence(known.detail)
  }
  return error instanceof Error ? error.message : String(error)
}

function sentence(detail: ErrorDetail): string {
  if (typeof detail === "string") {
    return detail
  }
  if (Array.isArray(detail)) {
    return detail.join(" ")
  }
  return Object.entries(detail)
    .map(([field, text]) => `${field}: ${sentence(text)}`)
    .join(" ")
}

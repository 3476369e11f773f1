import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "./api"
import { ApiError, validationError } from "./api-error"
import { readJson } from "./request-body"
import type { Sandbox } from "./types"
import { WEBHOOK_EVENTS } from "./webhook-events"

const httpUrl = z.url({ protocol: /^https?$/ })
const webhooksRequest = z.union([
  z.strictObject({ url: httpUrl, secret: z.string().min(1) }),
  z.strictObject({ url: z.null() }),
])
const returnUrlRequest = z.strictObject({ url: httpUrl.nullable() })
const hostedReturnUrlsRequest = z.strictObject({
  urls: z.strictObject({ success: httpUrl, failure: httpUrl }).nullable(),
})
const rateLimitsRequest = z.strictObject({ on: z.boolean() })
const resendRequest = z.strictObject({
  times: z.int().min(1).max(100).optional(),
  event: z.enum(WEBHOOK_EVENTS).optional(),
  deliveryId: z.int().optional(),
})
const releaseRequest = z.strictObject({ order: z.enum(["in-order", "reversed", "shuffled"]).optional() })
const faultsRequest = z.strictObject({
  validateIbanDown: z.boolean().optional(),
  payDelayMs: z.int().min(0).optional(),
  payDropsAnswerAfterAcceptance: z.boolean().optional(),
  payAnswers500AfterAcceptance: z.boolean().optional(),
})

/** The programmatic API over HTTP, for a sandbox that runs in another process. Answers the same machine only. */
export function createControl(sandbox: Sandbox): Hono<Env> {
  const app = new Hono<Env>()
  const ok = { ok: true }

  app.use(async (c, next) => {
    if (!isLoopback(c.env.incoming.socket.remoteAddress)) {
      return c.json({ detail: "The control API answers the same machine only.", status_code: 403 }, 403)
    }
    await next()
  })
  app.onError((error, c) => {
    const known = error instanceof ApiError ? error : new ApiError(409, error.message)
    return c.json(known.body(), known.status)
  })

  app.get("/calls", (c) => c.json({ calls: sandbox.calls }))
  app.delete("/calls", (c) => {
    sandbox.clearCalls()
    return c.json(ok)
  })
  app.get("/sessions", (c) => c.json({ sessions: sandbox.sessions() }))
  app.get("/deliveries", (c) => c.json({ deliveries: sandbox.deliveries }))
  app.post("/webhooks", async (c) => {
    const target = await readAs(c.req.raw, webhooksRequest)
    sandbox.setWebhooks(target.url === null ? null : target)
    return c.json(ok)
  })
  app.post("/return-url", async (c) => {
    sandbox.setReturnUrl((await readAs(c.req.raw, returnUrlRequest)).url)
    return c.json(ok)
  })
  app.post("/hosted-return-urls", async (c) => {
    sandbox.setHostedReturnUrls((await readAs(c.req.raw, hostedReturnUrlsRequest)).urls)
    return c.json(ok)
  })
  app.post("/rate-limits", async (c) => {
    sandbox.setRateLimits((await readAs(c.req.raw, rateLimitsRequest)).on)
    return c.json(ok)
  })
  app.post("/finish", (c) => c.json({ finished: sandbox.finish() }))
  app.post("/hold", (c) => {
    sandbox.holdWebhooks()
    return c.json(ok)
  })
  app.post("/release", async (c) => {
    await sandbox.releaseWebhooks(await readAs(c.req.raw, releaseRequest))
    return c.json(ok)
  })
  app.post("/resend", async (c) => {
    await sandbox.resend(await readAs(c.req.raw, resendRequest))
    return c.json(ok)
  })
  app.get("/faults", (c) => c.json(faultsRequest.strip().parse(sandbox.faults)))
  app.post("/faults", async (c) => {
    Object.assign(sandbox.faults, await readAs(c.req.raw, faultsRequest))
    return c.json(faultsRequest.strip().parse(sandbox.faults))
  })
  return app
}

async function readAs<T extends z.ZodType>(request: Request, schema: T): Promise<z.output<T>> {
  const result = schema.safeParse(await readJson(request))
  if (!result.success) {
    throw validationError(result.error)
  }
  return result.data
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address)
}

import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "./api"
import { ApiError } from "./api-error"
import { addMoneyControl } from "./control-money"
import { localOnly } from "./local-only"
import { readAs } from "./request-body"
import { SWITCH_NAMES, SWITCHES, switchesWith } from "./switches"
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
const times = z.int().min(1).max(100).optional()
const resendRequest = z.strictObject({ times, event: z.enum(WEBHOOK_EVENTS).optional(), deliveryId: z.int().optional() })
export const releaseRequest = z.strictObject({ order: z.enum(["in-order", "reversed", "shuffled"]).optional() })
const mappingsRequest = z.partialRecord(z.enum(WEBHOOK_EVENTS), z.record(z.string(), z.string()).nullable())
export const faultsRequest = z.strictObject({
  validateIbanDown: z.boolean().optional(),
  payDelayMs: z.int().min(0).optional(),
  payDropsAnswerAfterAcceptance: z.boolean().optional(),
  payAnswers500AfterAcceptance: z.boolean().optional(),
})
export const switchesRequest = z.strictObject(
  Object.fromEntries(SWITCH_NAMES.map((name) => [name, z.enum(SWITCHES[name].answers).optional()])),
)

/**
 * The programmatic API over HTTP, for a sandbox that runs in another process: JSON in and out, errors in the API's
 * shape. Answers the same machine only.
 */
export function createControl(sandbox: Sandbox): Hono<Env> {
  const app = new Hono<Env>()
  const ok = { ok: true }

  app.use(localOnly)
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
  app.post("/finish", async (c) => {
    await readAs(c.req.raw, z.strictObject({}))
    return c.json({ finished: sandbox.finish() })
  })
  app.get("/switches", (c) => c.json({ switches: describeSwitches(sandbox) }))
  app.post("/switches", async (c) => {
    changeSwitches(sandbox, await readAs(c.req.raw, switchesRequest))
    return c.json({ switches: describeSwitches(sandbox) })
  })
  app.get("/faults", (c) => c.json(faultsRequest.strip().parse(sandbox.faults)))
  app.post("/faults", async (c) => {
    Object.assign(sandbox.faults, await readAs(c.req.raw, faultsRequest))
    return c.json(faultsRequest.strip().parse(sandbox.faults))
  })
  addWebhookControl(app, sandbox)
  addMoneyControl(app, sandbox)
  app.all("*", (c) => c.json(new ApiError(404, "Not found.").body(), 404))
  return app
}

function addWebhookControl(app: Hono<Env>, sandbox: Sandbox): void {
  const ok = { ok: true }

  app.post("/webhooks", async (c) => {
    const target = await readAs(c.req.raw, webhooksRequest)
    sandbox.setWebhooks(target.url === null ? null : target)
    return c.json(ok)
  })
  app.get("/deliveries", (c) => c.json({ deliveries: sandbox.deliveries }))
  app.post("/deliveries/:id/resend", async (c) => {
    const request = await readAs(c.req.raw, z.strictObject({ times }))
    await sandbox.resend({ ...request, deliveryId: Number(c.req.param("id")) })
    return c.json(ok)
  })
  app.post("/resend", async (c) => {
    await sandbox.resend(await readAs(c.req.raw, resendRequest))
    return c.json(ok)
  })
  app.post("/hold", async (c) => {
    await readAs(c.req.raw, z.strictObject({}))
    sandbox.holdWebhooks()
    return c.json(ok)
  })
  app.post("/release", async (c) => {
    await sandbox.releaseWebhooks(await readAs(c.req.raw, releaseRequest))
    return c.json(ok)
  })
  app.get("/mappings", (c) => c.json({ mappings: sandbox.mappings() }))
  app.post("/mappings", async (c) => {
    const changes = await readAs(c.req.raw, mappingsRequest)
    for (const event of WEBHOOK_EVENTS) {
      const mapping = changes[event]
      if (mapping !== undefined) {
        sandbox.setMapping(event, mapping)
      }
    }
    return c.json({ mappings: sandbox.mappings() })
  })
}

/** Every question with its possible answers and the one in force. */
function describeSwitches({ switches }: Sandbox) {
  return SWITCH_NAMES.map((name) => ({ name, ...SWITCHES[name], answer: switches[name] }))
}

/** @throws TypeError for a name or an answer that does not exist */
export function changeSwitches({ switches }: Sandbox, changes: Readonly<Record<string, string | undefined>>): void {
  const given = Object.entries(changes).flatMap(([name, answer]): [string, string][] =>
    answer === undefined ? [] : [[name, answer]],
  )
  Object.assign(switches, switchesWith({ ...switches, ...Object.fromEntries(given) }))
}

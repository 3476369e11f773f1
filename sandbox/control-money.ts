import type { Hono } from "hono"
import { z } from "zod"
import type { Env } from "./api"
import { readAs } from "./request-body"
import type { Sandbox } from "./types"

const count = z.int().min(0).optional()
const clockRequest = z.strictObject({ days: count, hours: count, minutes: count, seconds: count })
const empty = z.strictObject({})
const amount = z.string().optional()

/** What happens after the debit, and the clock. Fields are the programmatic API's; bodies may be absent. */
export function addMoneyControl(app: Hono<Env>, sandbox: Sandbox): void {
  app.get("/clock", (c) => c.json({ now: sandbox.clock.now().toISOString() }))
  app.post("/clock", async (c) => {
    const now = sandbox.clock.move(await readAs(c.req.raw, clockRequest))
    return c.json({ now: now.toISOString() })
  })

  app.get("/transactions", (c) => c.json({ transactions: sandbox.transactions() }))
  app.post("/transactions/:id/settle", async (c) => {
    await readAs(c.req.raw, empty)
    return c.json({ transaction: sandbox.settle(c.req.param("id")) })
  })
  app.post("/transactions/:id/bounce", async (c) => {
    const { reason_code } = await readAs(c.req.raw, z.strictObject({ reason_code: z.string() }))
    return c.json({ transaction: sandbox.bounce(c.req.param("id"), reason_code) })
  })
  app.post("/transactions/:id/chargeback", async (c) => {
    const details = await readAs(c.req.raw, z.strictObject({ reason_code: z.string(), amount }))
    return c.json({ chargeback: sandbox.chargeBack(c.req.param("id"), details) })
  })
  app.post("/transactions/:id/refund", async (c) => {
    const details = await readAs(c.req.raw, z.strictObject({ amount }))
    return c.json({ transaction: sandbox.refund(c.req.param("id"), details) })
  })

  app.get("/chargebacks", (c) => c.json({ chargebacks: sandbox.chargebacks() }))
  app.get("/subscriptions", (c) => c.json({ subscriptions: sandbox.subscriptions() }))
  app.post("/subscriptions/:id/rebill", async (c) => {
    await readAs(c.req.raw, empty)
    return c.json({ transaction: sandbox.rebill(c.req.param("id")) })
  })
}

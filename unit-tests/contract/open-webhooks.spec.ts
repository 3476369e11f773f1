import type { SandboxOptions } from "../../sandbox"
import { parseWebhookEvent, verifyWebhookSignature, type WebhookEvent } from "../../src/gateway"
import { verifyParamsSignature } from "../../src/gateway/webhooks"
import { APPROVED, closeStages, eachAnswer, lead, startReceiver, startStage } from "./support"

const SECRET = "whsec_contract"
const THREE = ["transaction.created", "order.created", "payment_session.completed"]

afterEach(closeStages)

type Came = { name: string; genuine: boolean; event: WebhookEvent; text: string; method: string }

/** Pays once and reads every webhook as the plugin does, signature first. */
async function webhooksOf(options: SandboxOptions, ...statuses: number[]) {
  const { url, received } = await startReceiver(...(statuses.length > 0 ? statuses : [200]))
  const stage = await startStage({ webhooks: { url, secret: SECRET }, webhookRetryDelaysMs: [0, 1, 1], ...options })
  const max = lead({ first_name: "Zoë", last_name: "Müller", email: "max@example.com" })
  const result = await stage.client.pay((await stage.client.createSession({ ...TERMS, lead: max })).session_token, {
    iban: APPROVED,
    iban_holder_name: "Zoë Müller",
    tenant_reference_id: "payses_hook.1",
  })
  await stage.sandbox.settled()
  const came = received.map(({ method, url: called, headers, body }): Came => {
    const name = String(headers["x-catalystpay-event"])
    const signature = String(headers["x-catalystpay-signature"])
    const query = called.search.slice(1)
    const byQuery = method === "GET"
    const payload: unknown = byQuery ? Object.fromEntries(called.searchParams) : JSON.parse(body)
    return {
      name,
      method,
      text: byQuery ? query : body,
      genuine: byQuery
        ? verifyParamsSignature(query, signature, SECRET)
        : verifyWebhookSignature(body, signature, SECRET),
      event: parseWebhookEvent(name, payload),
    }
  })
  return { came, result, completed: came.find(({ name }) => name === "payment_session.completed") }
}

const TERMS = { campaign_id: "a1b2c3d4-e5f6-7890-abcd-ef1234567890", amount: "29.99", currency: "EUR" }
/** What a merchant's plugin needs of the authoritative event. */
const NEEDED = { session_status: "COMPLETED", amount: "29.99", currency: "EUR", tenant_reference_id: "payses_hook.1" }

describe("what is open about webhooks, and what their reader makes of each answer", () => {
  it.each(eachAnswer("webhook-method", { JSON_POST: "POST", URL_PARAMS: "GET" }))(
    "[9.2-url-params] [9.2-json-post] takes them by %s",
    async (_, switches, method) => {
      const { came, completed, result } = await webhooksOf({ switches })
      expect(came.map((webhook) => [webhook.method, webhook.genuine])).toEqual(Array(3).fill([method, true]))
      expect(completed?.event).toMatchObject({ ...NEEDED, session_token: result.session_token })
    },
  )

  it.each(eachAnswer("webhook-params-signed", { texts: true, typed: true }))(
    "[9.4-params-signed] takes the signature of a query over %s",
    async (_, switches, genuine) => {
      const { came } = await webhooksOf({ switches: { ...switches, "webhook-method": "URL_PARAMS" } })
      expect(came.map((webhook) => webhook.genuine)).toEqual(Array(3).fill(genuine))
    },
  )

  it.each(
    eachAnswer("webhook-keys", {
      flat: '"session_token":',
      dotted: '"payment_session.session_token":',
      nested: '"payment_session":{"session_token":',
    }),
  )(
    "[9.3-webhook-keys] reads keys that are %s",
    async (_, switches, written) => {
      const { completed, result } = await webhooksOf({ switches })
      expect(completed?.text).toContain(written)
      expect(completed?.genuine).toBe(true)
      expect(completed?.event).toMatchObject({ ...NEEDED, session_token: result.session_token })
    },
  )

  it.each(eachAnswer("webhook-nulls", { null: '"none":null', omitted: '{"token"', "empty-text": '"none":""' }))(
    "[9.3-webhook-nulls] reads a variable without a value as null: %s",
    async (_, switches, written) => {
      const mapping = { token: "payment_session.session_token", none: "lead.phone", email: "lead.phone" }
      const { completed } = await webhooksOf({ switches, webhookMappings: { "payment_session.completed": mapping } })
      expect(completed?.text).toContain(written)
      expect(completed).toMatchObject({ genuine: true, event: { email: null } })
    },
  )

  it.each(eachAnswer("webhook-iban", { masked: "******************3000", whole: APPROVED }))(
    "[9.3-webhook-iban] keeps of an IBAN its last four only, where it comes %s",
    async (_, switches, written) => {
      const { came } = await webhooksOf({ switches })
      const [transaction] = came
      expect(transaction?.text).toContain(written)
      expect(transaction?.event.iban_last4).toBe("3000")
      expect(JSON.stringify(transaction?.event)).not.toContain(APPROVED)
    },
  )

  it.each(eachAnswer("webhook-status-case", { documented: "COMPLETED", swapped: "completed" }))(
    "[9.3-status-case] reads statuses in either case: %s",
    async (_, switches, written) => {
      const { came, completed } = await webhooksOf({ switches })
      expect(completed?.text).toContain(`"status":"${written}"`)
      expect(came.map(({ event }) => [event.transaction_status, event.order_status, event.session_status])).toEqual([
        ["approved", null, null],
        [null, "COMPLETED", null],
        [null, null, "COMPLETED"],
      ])
    },
  )

  it.each(eachAnswer("webhook-body", { canonical: false, pretty: true }))(
    "[9.4-webhook-body] takes a signature of the canonical form over a body that is %s",
    async (_, switches, pretty) => {
      const { came } = await webhooksOf({ switches })
      expect(came.map(({ text, genuine }) => [text.includes("\n"), genuine])).toEqual(Array(3).fill([pretty, true]))
    },
  )

  it.each(eachAnswer("webhook-escapes", { ascii: "Zo\\u00eb", "utf-8": "Zoë" }))(
    "[9.4-ascii] takes a signature over text that is written as %s",
    async (_, switches, written) => {
      const { came } = await webhooksOf({ switches })
      expect(came[1]?.text).toContain(written)
      expect(came.map(({ genuine }) => genuine)).toEqual([true, true, true])
    },
  )

  it.each(eachAnswer("webhook-retries", { repeated: 3, once: 1 }))(
    "[9.5-webhook-retries] may see one that it did not take again, or not: %s",
    async (_, switches, times) => {
      const approved: SandboxOptions["webhookEvents"] = { approved: ["payment_session.completed"] }
      const { came } = await webhooksOf({ switches, webhookEvents: approved }, 500)
      expect(came).toHaveLength(times)
      expect(new Set(came.map(({ text }) => text)).size).toBe(1)
    },
  )

  it.each(eachAnswer("webhook-order", { "in-order": THREE, reversed: [...THREE].reverse() }))(
    "[9.5-webhook-order] learns the same from them %s",
    async (_, switches, order) => {
      const { came, completed } = await webhooksOf({ switches })
      expect(came.map(({ name }) => name)).toEqual(order)
      expect(completed?.event).toMatchObject(NEEDED)
    },
  )

  it.each(eachAnswer("webhook-duplicates", { once: 1, thrice: 3 }))(
    "[9.5-webhook-duplicates] can tell a copy by its bytes, each coming %s",
    async (_, switches, times) => {
      const { came } = await webhooksOf({ switches })
      expect(came).toHaveLength(3 * times)
      expect(new Set(came.map(({ text }) => text)).size).toBe(3)
    },
  )

  it.each(
    eachAnswer("webhook-timing", {
      // So late that none can come before the answer, unless the answer waits for it.
      "after-answer": { webhookDelayMs: 3_600_000, before: 0 },
      "before-answer": { webhookDelayMs: 0, before: 3 },
    }),
  )("[9.5-webhook-timing] may see them before pay has answered, or after: %s", async (_, switches, expected) => {
    const { webhookDelayMs, before } = expected
    const { url, received } = await startReceiver(200)
    const stage = await startStage({ webhooks: { url, secret: SECRET }, webhookDelayMs, switches })
    expect((await stage.submit(await stage.start())).status).toBe("completed")
    expect(received).toHaveLength(before)
  })
})

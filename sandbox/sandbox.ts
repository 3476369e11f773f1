import { Hono } from "hono"
import { createApi } from "./api"
import type { Env } from "./api"
import { createControl } from "./control"
import { DEFAULT_API_KEY, DEFAULT_CAMPAIGN_ID, DEFAULT_GATEWAY_ID } from "./defaults"
import { Gateway } from "./gateway"
import { toRecord } from "./model"
import type { Attempt, Session } from "./model"
import { indexPage, messagePage } from "./pages"
import { HttpServer } from "./server"
import { SessionStore } from "./session-store"
import { switchesWith } from "./switches"
import type { CallRecord, Faults, Sandbox, SandboxOptions, WebhookEventName } from "./types"
import { createVerificationPages } from "./verification"
import { DEFAULT_MAPPINGS, webhookPayload } from "./webhook-payload"
import { WebhookDispatcher } from "./webhooks"

/** The order in which the events of an attempt are first sent. */
const DEFAULT_EVENTS: { approved: WebhookEventName[]; declined: WebhookEventName[] } = {
  approved: ["transaction.created", "order.created", "payment_session.completed"],
  declined: ["transaction.created"],
}

/**
 * CatalystPay in a box: a local stand-in that speaks the API's HTTP, sends signed webhooks and shows the page on which
 * a shopper signs the mandate. State lives in memory.
 * @throws TypeError when `webhooks.url` or `returnUrl` is not a URL, or a switch does not exist
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { apiKeys = [DEFAULT_API_KEY], clock = () => new Date(), log = () => undefined } = options
  const { campaignIds = [DEFAULT_CAMPAIGN_ID], gatewayIds = [DEFAULT_GATEWAY_ID] } = options
  const { maxPaymentAttempts = 3 } = options
  const events = { ...DEFAULT_EVENTS, ...options.webhookEvents }
  const mappings = { ...DEFAULT_MAPPINGS, ...options.webhookMappings }
  const faults: Faults = {
    validateIbanDown: false,
    payDelayMs: 0,
    payDropsAnswerAfterAcceptance: false,
    payAnswers500AfterAcceptance: false,
    duringPay: null,
  }
  const switches = switchesWith(options.switches)
  const calls: CallRecord[] = []
  const server = new HttpServer()
  const store = new SessionStore({ campaignIds, gatewayIds, maxPaymentAttempts, clock, switches })
  const webhooks = new WebhookDispatcher({
    webhookRetryDelaysMs: options.webhookRetryDelaysMs ?? [0, 1_000, 5_000, 30_000, 120_000],
    webhookDelayMs: options.webhookDelayMs ?? 0,
    webhookBodyFormat: options.webhookBodyFormat ?? "canonical",
    clock,
    log,
  })
  const announce = (session: Session, attempt: Attempt) => {
    const names = (attempt.outcome === "approved" ? events.approved : events.declined) ?? []
    webhooks.enqueue(names.map((name) => ({ name, payload: webhookPayload(session, attempt, mappings[name] ?? {}) })))
  }
  const gateway = new Gateway({ clock, faults, onDecided: announce })
  let baseUrl = ""
  let returnUrl: string | null = null

  const sandbox: Sandbox = {
    async listen(port = 0, host = "127.0.0.1") {
      const listening = await server.listen(app, port, host)
      baseUrl = listening.url
      return { ...listening, apiUrl: `${baseUrl}/api/v1` }
    },
    async close() {
      await Promise.all([server.close(), webhooks.close()])
    },
    setWebhooks: (target) => webhooks.setTarget(target),
    setReturnUrl(url) {
      returnUrl = url === null ? null : new URL(url).href
    },
    calls,
    clearCalls: () => void calls.splice(0),
    sessions: () => store.all().map(toRecord),
    deliveries: webhooks.deliveries,
    holdWebhooks: () => webhooks.hold(),
    releaseWebhooks: () => webhooks.release(),
    resend: (times = 1) => webhooks.resend(times),
    settled: () => webhooks.settled(),
    faults,
    switches,
  }
  sandbox.setWebhooks(options.webhooks ?? null)
  sandbox.setReturnUrl(options.returnUrl ?? null)

  const app = new Hono<Env>()
  app.use(async (c, next) => {
    await next()
    // Addresses carry the session token.
    c.header("cache-control", "no-store")
    c.header("referrer-policy", "no-referrer")
    c.header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
  })
  app.get("/", (c) => c.html(indexPage(`${baseUrl}/api/v1`, campaignIds, gatewayIds)))
  app.get("/health", (c) => c.json({ status: "ok" }))
  app.get("/s/:token", (c) =>
    c.html(messagePage("No hosted payment page", "This sandbox plays the API only, not the hosted payment page."), 404),
  )
  app.route("/api/v1", createApi({ apiKeys, store, gateway, faults, switches, calls, clock, log, baseUrl: () => baseUrl }))
  app.route("/verification", createVerificationPages({ store, returnUrl: () => returnUrl }))
  app.route("/control", createControl(sandbox))
  return sandbox
}

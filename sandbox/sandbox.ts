import { Hono } from "hono"
import { Afterwards } from "./afterwards"
import { Announcer } from "./announcer"
import { createApi } from "./api"
import type { Env } from "./api"
import { MovableClock } from "./clock"
import { createConsole } from "./console"
import { createControl } from "./control"
import { DEFAULT_API_KEY, DEFAULT_CAMPAIGN_ID, DEFAULT_GATEWAY_ID } from "./defaults"
import { Gateway } from "./gateway"
import { Ledger } from "./ledger"
import { toRecord } from "./model"
import type { Attempt } from "./model"
import { createHostedPages } from "./hosted-page"
import { moneyAfterwards, sandboxClock } from "./money-afterwards"
import { indexPage } from "./pages"
import { Reconciliation } from "./reconciliation"
import { HttpServer } from "./server"
import { SessionStore } from "./session-store"
import { switchesWith } from "./switches"
import type { CallRecord, Faults, HostedReturnUrls, Sandbox, SandboxOptions } from "./types"
import { createVerificationPages } from "./verification"
import { WebhookDispatcher } from "./webhooks"

/**
 * CatalystPay in a box: a local stand-in that speaks the API's HTTP, sends signed webhooks and shows the page on which
 * a shopper signs the mandate. State lives in memory.
 * @throws TypeError when `webhooks.url` or a return address is not a URL, or a switch does not exist
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { log = () => undefined } = options
  const apiKeys = [...(options.apiKeys ?? [DEFAULT_API_KEY])]
  const { campaignIds = [DEFAULT_CAMPAIGN_ID], gatewayIds = [DEFAULT_GATEWAY_ID] } = options
  const { maxPaymentAttempts = 3, finishAfterMs = 60_000, callerAddresses = [] } = options
  const faults: Faults = {
    validateIbanDown: false,
    payDelayMs: 0,
    payDropsAnswerAfterAcceptance: false,
    payAnswers500AfterAcceptance: false,
    duringPay: null,
  }
  const switches = switchesWith(options.switches)
  const movable = new MovableClock(options.clock ?? (() => new Date()))
  const clock = movable.now
  const calls: CallRecord[] = []
  const server = new HttpServer()
  const store = new SessionStore({ campaignIds, gatewayIds, maxPaymentAttempts, clock, switches })
  const webhooks = new WebhookDispatcher({
    webhookRetryDelaysMs: options.webhookRetryDelaysMs ?? [0, 1_000, 5_000, 30_000, 120_000],
    webhookDelayMs: options.webhookDelayMs ?? 0,
    clock,
    log,
    switches,
  })
  const ledger = new Ledger()
  const announcer = new Announcer({ ...options, webhooks, ledger, switches })
  const afterwards = new Afterwards({
    ledger,
    clock: movable,
    switches,
    announce: (names, subject) => void announcer.announce(names, subject),
  })
  const money = moneyAfterwards(afterwards, ledger)
  const gateway = new Gateway({
    clock,
    faults,
    switches,
    finishAfterMs,
    onSubmitted(session, attempt, iban) {
      ledger.submitted(session, attempt)
      announcer.submitted(attempt, iban)
    },
    onDecided: (session, attempt) => announcer.decided(ledger.decided(session, attempt)),
  })
  let baseUrl = ""
  let returnUrl: string | null = null
  let hostedReturnUrls: HostedReturnUrls | null = null
  let rateLimits = options.rateLimits ?? false
  const passTime = () => store.all().forEach((session) => gateway.passTime(session))

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
    mappings: () => announcer.allMappings(),
    setMapping: (event, mapping) => announcer.setMapping(event, mapping),
    setReturnUrl(url) {
      returnUrl = url === null ? null : new URL(url).href
    },
    setHostedReturnUrls(urls) {
      hostedReturnUrls = urls && { success: new URL(urls.success).href, failure: new URL(urls.failure).href }
    },
    setApiKeys: (keys) => void apiKeys.splice(0, apiKeys.length, ...keys),
    setRateLimits(on) {
      rateLimits = on
    },
    finish: () => store.all().filter((session) => gateway.finish(session)).length,
    calls,
    clearCalls: () => void calls.splice(0),
    sessions() {
      passTime()
      const transactions = money.transactions()
      return store.all().map((session) => toRecord(session, transactions))
    },
    deliveries: webhooks.deliveries,
    holdWebhooks: () => webhooks.hold(),
    releaseWebhooks: ({ order = "in-order" } = {}) => webhooks.release(order),
    resend: (request = {}) => webhooks.resend(request),
    settled: () => webhooks.settled(),
    faults,
    switches,
    clock: sandboxClock(movable, afterwards, passTime),
    ...money,
  }
  sandbox.setWebhooks(options.webhooks ?? null)
  sandbox.setReturnUrl(options.returnUrl ?? null)
  sandbox.setHostedReturnUrls(options.hostedReturnUrls ?? null)

  const app = new Hono<Env>()
  app.use(async (c, next) => {
    passTime()
    await next()
    // Addresses carry the session token.
    c.header("cache-control", "no-store")
    if (!c.res.headers.has("content-security-policy")) {
      c.header("referrer-policy", "no-referrer")
      c.header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
    }
  })
  app.get("/", (c) => c.html(indexPage(`${baseUrl}/api/v1`, campaignIds, gatewayIds)))
  app.get("/health", (c) => c.json({ status: "ok" }))
  const shared = { store, gateway, faults, switches, hostedReturnUrls: () => hostedReturnUrls, baseUrl: () => baseUrl }
  const admission = { apiKeys, callerAddresses, rateLimits: () => rateLimits }
  const reconciliation = new Reconciliation({ ledger, clock, switches })
  const beforeAnswer = (attempt: Attempt) => announcer.beforeAnswer(attempt)
  app.route("/api/v1", createApi({ ...shared, ...admission, reconciliation, beforeAnswer, calls, clock, log }))
  app.route("/s", createHostedPages(shared))
  app.route("/verification", createVerificationPages({ ...shared, returnUrl: () => returnUrl }))
  app.route("/control", createControl(sandbox))
  app.route("/console", createConsole(sandbox))
  return sandbox
}

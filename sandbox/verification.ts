import { Hono } from "hono"
import type { Context } from "hono"
import type { Env } from "./api"
import type { Gateway } from "./gateway"
import type { Attempt, Session } from "./model"
import { messagePage, verificationPage } from "./pages"
import type { SessionStore } from "./session-store"
import type { Switches } from "./switches"

type VerificationOptions = {
  store: SessionStore
  gateway: Gateway
  switches: Switches
  returnUrl: () => string | null
}

/** The parameter that carries the verification id back, by the answer to `verification-return`. */
const RETURN_PARAMETER = {
  verification_id: "verification_id",
  "other-name": "mandate_verification",
  none: null,
} as const satisfies Record<Switches["verification-return"], string | null>

/** The page that a mandate gateway would host: the shopper signs or refuses, and is sent back to the shop. */
export function createVerificationPages(options: VerificationOptions): Hono<Env> {
  const { store, gateway, switches, returnUrl } = options
  const app = new Hono<Env>()

  app.get("/:token", (c) => {
    const waiting = waitingFor(store, c.req.param("token"))
    if (!waiting) {
      return nothingToSign(c)
    }
    return c.html(verificationPage(waiting.session, waiting.attempt, c.req.query("return_url")))
  })

  app.post("/:token", async (c) => {
    const waiting = waitingFor(store, c.req.param("token"))
    if (!waiting) {
      return nothingToSign(c)
    }
    const { decision, return_url } = await c.req.parseBody()
    if (decision !== "sign" && decision !== "refuse") {
      return c.html(messagePage("Please choose", "Go back and either sign the mandate or refuse."), 400)
    }
    const { session, attempt } = waiting
    const id = gateway.chooseMandate(session, attempt, decision === "sign" ? "signed" : "refused")
    if (attempt.hosted) {
      return c.redirect(`/s/${session.token}`, 303)
    }
    const asked = typeof return_url === "string" ? return_url : undefined
    const target = returnTarget(returnUrl(), asked)
    if (!target) {
      return c.html(messagePage("Thank you", "You can close this page and go back to the shop."))
    }
    const parameter = RETURN_PARAMETER[switches["verification-return"]]
    if (parameter !== null) {
      target.searchParams.set(parameter, id)
    }
    return c.redirect(target.href, 303)
  })

  return app
}

/**
 * The configured address, or the one asked for when it has the same origin: a page that redirects anywhere would be an
 * open redirect.
 */
export function returnTarget(configured: string | null, asked: string | undefined): URL | null {
  if (configured === null) {
    return null
  }
  const target = new URL(configured)
  const other = asked === undefined || !URL.canParse(asked) ? null : new URL(asked)
  return other?.origin === target.origin ? other : target
}

function waitingFor(store: SessionStore, token: string): { session: Session; attempt: Attempt } | null {
  const session = store.find(token)
  const attempt = session?.attempts.at(-1)
  return session?.status === "AWAITING_VERIFICATION" && attempt ? { session, attempt } : null
}

function nothingToSign(c: Context<Env>) {
  return c.html(messagePage("Nothing to sign", "No mandate waits for a signature at this address."), 404)
}

import { Hono } from "hono"
import type { Context } from "hono"
import type { Env } from "./api"
import { newVerificationId } from "./ids"
import type { Attempt, Session } from "./model"
import { messagePage, verificationPage } from "./pages"
import type { SessionStore } from "./session-store"

type VerificationOptions = { store: SessionStore; returnUrl: () => string | null }

/** The page that a mandate gateway would host: the shopper signs or refuses, and is sent back to the shop. */
export function createVerificationPages({ store, returnUrl }: VerificationOptions): Hono<Env> {
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
    waiting.attempt.verification ??= {
      id: newVerificationId(),
      decision: decision === "sign" ? "signed" : "refused",
    }
    const asked = typeof return_url === "string" ? return_url : undefined
    const target = returnTarget(returnUrl(), asked)
    if (!target) {
      return c.html(messagePage("Thank you", "You can close this page and go back to the shop."))
    }
    target.searchParams.set("verification_id", waiting.attempt.verification.id)
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

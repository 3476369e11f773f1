import { Hono } from "hono"
import type { Context } from "hono"
import type { Env } from "./api"
import { ApiError } from "./api-error"
import type { Gateway } from "./gateway"
import { hostedForm } from "./hosted-form"
import type { FormErrors } from "./hosted-form"
import { isValidIban, normaliseIban } from "./iban"
import type { Session } from "./model"
import { messagePage } from "./pages"
import type { SessionStore } from "./session-store"
import type { Switches } from "./switches"
import type { HostedReturnUrls } from "./types"

type HostedOptions = {
  store: SessionStore
  gateway: Gateway
  switches: Switches
  hostedReturnUrls: () => HostedReturnUrls | null
}

type Ending = "success" | "failure"

const ENDINGS: Readonly<Record<Ending, readonly [title: string, text: string]>> = {
  success: ["Thank you", "Your payment was submitted. You can close this page and go back to the shop."],
  failure: ["Payment failed", "No further attempt is possible. You can close this page and go back to the shop."],
}

/** SEPA's limit for a name. */
const HOLDER_LENGTH = 70

/**
 * The hosted payment page: it collects the bank account, pays without a reference, and sends the shopper on. Each
 * address shows what its session is at, so that reloading and going back are harmless.
 */
export function createHostedPages(options: HostedOptions): Hono<Env> {
  const { store, gateway, switches } = options
  const app = new Hono<Env>()

  app.get("/:token", (c) => {
    const session = find(c)
    return session ? show(c, session) : noPage(c)
  })

  app.post("/:token", async (c) => {
    const session = find(c)
    if (!session) {
      return noPage(c)
    }
    const form = await c.req.parseBody()
    const iban = normaliseIban(textOf(form.iban))
    const holder = textOf(form.holder).trim()
    const errors = mistakes(iban, holder, form.mandate === "accepted")
    if (Object.keys(errors).length > 0 && session.status === "PENDING") {
      return c.html(hostedForm(session, switches["acceptance-mode"], { errors, holder }), 400)
    }
    try {
      await gateway.pay(session, { iban, iban_holder_name: holder }, { hosted: true })
    } catch (error) {
      // The session has moved on, for example in another window: the page tells where it is.
      if (!(error instanceof ApiError)) {
        throw error
      }
    }
    return c.redirect(`/s/${session.token}`, 303)
  })

  return app

  function find(c: Context<Env>): Session | null {
    const session = store.find(c.req.param("token") ?? "")
    return session && (session.hosted_page || switches["payment-url"] === "always") ? session : null
  }

  function show(c: Context<Env>, session: Session) {
    const last = session.attempts.at(-1)
    switch (session.status) {
      case "PENDING":
        return last?.retry_allowed === false
          ? leave(c, session, "failure")
          : c.html(hostedForm(session, switches["acceptance-mode"]))
      case "PAYMENT_IN_PROGRESS":
        return c.html(messagePage("Your payment is being processed", "Please reload this page in a moment."))
      case "AWAITING_VERIFICATION":
        if (!last?.verification) {
          return c.redirect(`/verification/${session.token}`, 303)
        }
        if (!last.hosted) {
          return c.html(messagePage("Thank you", "You can close this page and go back to the shop."))
        }
        gateway.verify(session)
        return c.redirect(`/s/${session.token}`, 303)
      case "COMPLETED":
        return leave(c, session, "success")
      case "FAILED":
        return leave(c, session, "failure")
      case "EXPIRED":
        return c.html(messagePage("This payment was cancelled", "Please go back to the shop and start again."), 410)
    }
  }

  function leave(c: Context<Env>, session: Session, ending: Ending) {
    const address = options.hostedReturnUrls()?.[ending]
    if (address === undefined) {
      return c.html(messagePage(...ENDINGS[ending]))
    }
    const target = new URL(address)
    if (switches["hosted-return"] === "token-and-order") {
      target.searchParams.set("session_token", session.token)
      target.searchParams.set("order_number", session.attempts.at(-1)?.order_number ?? "")
    }
    return c.redirect(target.href, 303)
  }
}

function mistakes(iban: string, holder: string, accepted: boolean): FormErrors {
  return {
    ...(isValidIban(iban) ? {} : { iban: "This is not a valid IBAN. Please check it." }),
    ...(holder === "" ? { holder: "Please enter the account holder's name." } : {}),
    ...(holder.length > HOLDER_LENGTH ? { holder: `The name may have ${HOLDER_LENGTH} characters at most.` } : {}),
    ...(accepted ? {} : { mandate: "Please accept the mandate, without which nothing can be debited." }),
  }
}

function textOf(field: string | File | undefined): string {
  return typeof field === "string" ? field : ""
}

function noPage(c: Context<Env>) {
  return c.html(messagePage("No hosted payment page", "There is nothing to pay at this address."), 404)
}

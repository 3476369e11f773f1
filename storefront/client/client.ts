import { ask, type Answer } from "./ask"
import { outcomeOfStep, readIban, readMandate } from "./bank-account"
import { outcomeOfAuthorization, outcomeOfCompletion } from "./completion"
import { outcomeOfOrder } from "./of-session"
import type { IbanOutcome, MandateOutcome, SepaOutcome } from "./outcome"
import { pause, pauseBefore } from "./pause"
import { isOrderToPay, type Purchase, type PurchaseId } from "./purchase"
import type { SdkRequest, StorefrontSdk } from "./sdk"
import { isRecord } from "./session"
import { startSession } from "./starting"

export interface SepaClientOptions {
  /** The provider as your region has it. Default `pp_catalystpay_sepa`. */
  providerId?: string
  /** How the time between two looks passes; tests hand in one that does not. Default: the clock. */
  pause?: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/** What the shopper gives. The IBAN goes into the body of one request and is kept nowhere. */
export interface BankAccount {
  session_id: string
  iban: string
  iban_holder_name: string
  /** Of the mandate that was shown: `text_version` keeps another wording from being accepted unseen. */
  mandate: { accepted: boolean; locale: string; text_version: string }
}

/** The shopper on the way back from the bank's page, or away from it. */
export type Verified = PurchaseId & {
  session_id: string
  /** From the return address (`readVerificationId`), where the bank gave one. */
  verification_id?: string | null
}

export interface Waiting {
  /** Ends the wait: the promise is then rejected with the signal's reason. */
  signal?: AbortSignal
  /** How often to look before the last outcome is answered as it is. Default 20, in all about eight minutes. */
  looks?: number
}

/** How often a submission of which nothing was heard is asked about at once, before it is called unknown. */
const ASKS = 3
const LOOKS = 20
const ORDER_FIELDS = "id,display_id,*payment_collections,*payment_collections.payment_sessions"

/**
 * The payment's steps, each answered with one outcome and never with an error, but for an aborted signal. README, "In
 * your checkout".
 * @param sdk your instance of Medusa's SDK; only `sdk.client.fetch` is used
 */
export function createSepaClient(sdk: StorefrontSdk, options: SepaClientOptions = {}) {
  const providerId = options.providerId ?? "pp_catalystpay_sepa"
  const wait = options.pause ?? pause
  const starting = new Map<string, Promise<SepaOutcome>>()

  const post = (path: string, body: Record<string, unknown> = {}, more: SdkRequest = {}) =>
    ask(sdk, path, { ...more, method: "POST", body })

  /** Asks what is answered the same however often it is asked, until something is known. */
  async function insist(request: () => Promise<Answer>, read: (answer: Answer) => SepaOutcome, signal?: AbortSignal) {
    for (let asked = 1; ; asked += 1) {
      const outcome = read(await request())
      if (outcome.type !== "unknown" || asked === ASKS) {
        return outcome
      }
      await wait(pauseBefore(asked - 1), signal)
    }
  }

  async function complete(cartId: string, { signal }: Pick<Waiting, "signal"> = {}): Promise<SepaOutcome> {
    const path = `/store/carts/${encodeURIComponent(cartId)}/complete`
    return insist(() => post(path, {}, { query: { fields: ORDER_FIELDS }, signal }), outcomeOfCompletion, signal)
  }

  async function lookAtOrder(orderId: string, sessionId: string | null, signal?: AbortSignal): Promise<SepaOutcome> {
    const query = { fields: ORDER_FIELDS }
    const path = `/store/orders/${encodeURIComponent(orderId)}`
    const answer = await ask(sdk, path, { method: "GET", query, signal })
    const order = answer.type === "answer" && isRecord(answer.body) ? answer.body.order : null
    return outcomeOfOrder(order, sessionId) ?? { type: "unknown" }
  }

  async function start(purchase: Purchase, fresh: boolean): Promise<SepaOutcome> {
    const outcome = await startSession(sdk, purchase, { providerId, fresh })
    if (outcome.type !== "in_progress" || !isOrderToPay(purchase)) {
      return outcome
    }
    const seen = await lookAtOrder(purchase.order_id, null)
    const tells = seen.type === "needs_verification" || seen.type === "needs_payment_page" || seen.type === "placed_pending"
    return tells ? seen : outcome
  }

  /** What a verification came to is told by the cart, where there is one. */
  async function conclude(verified: Verified, answer: Answer, signal?: AbortSignal): Promise<SepaOutcome> {
    const outcome = outcomeOfStep(answer, verified)
    const told = answer.type === "refusal" && answer.code === "session_not_payable"
    if ("order_id" in verified) {
      return told ? lookAtOrder(verified.order_id, verified.session_id, signal) : outcome
    }
    const open = outcome.type === "approved" || outcome.type === "needs_verification" || outcome.type === "unknown"
    return told || open ? complete(verified.cart_id, { signal }) : outcome
  }

  return {
    /**
     * Opens a payment session, or takes the one that the cart has; calls for the same cart at the same time share one.
     * The cart needs an e-mail and an address with first name, last name and country (else `refused`, `lead_incomplete`).
     */
    startSession: async (purchase: Purchase, { fresh = false }: { fresh?: boolean } = {}): Promise<SepaOutcome> => {
      const key = isOrderToPay(purchase) ? purchase.payment_collection_id : purchase.id
      const started = starting.get(key) ?? start(purchase, fresh).finally(() => starting.delete(key))
      starting.set(key, started)
      return started
    },

    /** Checks an IBAN, as typed. `checkIban` does what can be done without asking anybody. */
    validateIban: async (iban: string, sessionId: string | null, signal?: AbortSignal): Promise<IbanOutcome> => {
      const body = { iban, ...(sessionId === null ? {} : { payment_session_id: sessionId }) }
      return readIban(await post("/store/catalystpay/iban", body, { signal }))
    },

    /** @param locale a language such as `de` or `de-AT`; where there is no mandate in it, it comes in English */
    mandate: async (sessionId: string, locale: string): Promise<MandateOutcome> => {
      return readMandate(await ask(sdk, sessionPath(sessionId, "mandate"), { method: "GET", query: { locale } }))
    },

    /** Gives the bank account and accepts the mandate. Nothing is debited before the cart is completed. */
    attachBankAccount: async (account: BankAccount): Promise<SepaOutcome> => {
      const { session_id, ...body } = account
      const headers = { "x-medusa-locale": account.mandate.locale }
      return outcomeOfStep(await post(sessionPath(session_id, "bank-account"), body, { headers }))
    },

    /**
     * Places the order and submits the debit. Asked again for the same cart it answers the same, so a lost answer is
     * asked for again here, and may be by you.
     */
    complete,

    /** The shopper is back from the bank's page. May be called twice for the same return. */
    takeVerificationReturn: async (verified: Verified, { signal }: Pick<Waiting, "signal"> = {}): Promise<SepaOutcome> => {
      const { session_id, verification_id } = verified
      const answer = await post(sessionPath(session_id, "verification"), verification_id ? { verification_id } : {})
      return conclude(verified, answer, signal)
    },

    /** The shopper does not want to sign. What had been signed after all is answered as `placed`. */
    giveUpVerification: async (verified: Verified): Promise<SepaOutcome> => {
      const answer = await ask(sdk, sessionPath(verified.session_id, "verification"), { method: "DELETE" })
      const outcome = outcomeOfStep(answer, verified)
      return outcome.type === "approved" && "cart_id" in verified ? complete(verified.cart_id) : outcome
    },

    /** Submits the debit of an order that is placed already. The same session pressed again is answered the same. */
    payPlacedOrder: async (sessionId: string, { signal }: Pick<Waiting, "signal"> = {}): Promise<SepaOutcome> => {
      const path = sessionPath(sessionId, "authorization")
      return insist(() => post(path, {}, { signal }), outcomeOfAuthorization, signal)
    },

    /** What the payment has come to so far, without submitting anything that was not submitted: for an order's page. */
    lookAtOrder: async (orderId: string, sessionId: string | null = null): Promise<SepaOutcome> => {
      return lookAtOrder(orderId, sessionId)
    },

    /**
     * Looks again, with growing pauses, while the outcome is unknown or the order's debit pending. An open cart is
     * completed by it, so wait only for what the shopper has paid.
     */
    waitForOutcome: async (purchase: PurchaseId, sessionId: string | null, waiting: Waiting = {}): Promise<SepaOutcome> => {
      const { signal, looks = LOOKS } = waiting
      let paid = purchase
      let outcome: SepaOutcome = { type: "unknown" }
      for (let look = 0; look < looks; look += 1) {
        await wait(pauseBefore(look), signal)
        const seen =
          "cart_id" in paid ? await complete(paid.cart_id, { signal }) : await lookAtOrder(paid.order_id, sessionId, signal)
        if (seen.type === "placed_pending") {
          paid = { order_id: seen.order.id }
          outcome = seen
        } else if (seen.type !== "unknown") {
          return seen
        }
      }
      return outcome
    },
  }
}

export type SepaClient = ReturnType<typeof createSepaClient>

function sessionPath(sessionId: string, step: string): string {
  return `/store/catalystpay/payment-sessions/${encodeURIComponent(sessionId)}/${step}`
}

import type { SepaClient } from "../client/client"
import type { SepaOutcome } from "../client/outcome"
import { idOf, isOrderToPay, type Purchase } from "../client/purchase"
import type { SepaSession } from "../client/session"
import type { Step } from "../texts/types"
import { INITIAL_STATE, isGone, isHosted, sessionAfter, type CheckoutState } from "./state"

export type { CheckoutState } from "./state"

export interface CheckoutSettings {
  client: SepaClient
  purchase: Purchase
  /** The language of the mandate. */
  locale: string
  /** Whether CatalystPay's page takes the bank account: what is shown until the session says it. Default false. */
  hosted?: boolean
}

/** What the shopper has filled in. It passes through and is not kept. */
export interface PaymentInput {
  iban: string
  iban_holder_name: string
  /** `text_version` of the mandate that was shown and accepted. */
  text_version: string
}

/**
 * One payment on one page: takes its steps in order, one at a time, and says where it stands. It knows no framework; the
 * React form is one user of it.
 */
export function createSepaCheckout({ client, purchase, locale, hosted = false }: CheckoutSettings) {
  let state: CheckoutState = { ...INITIAL_STATE, hosted }
  let life = new AbortController()
  const listeners = new Set<() => void>()

  function set(change: Partial<CheckoutState>): void {
    state = { ...state, ...change }
    listeners.forEach((listener) => listener())
  }

  function tell(outcome: SepaOutcome): void {
    const told = "session" in outcome ? outcome.session : null
    set({ outcome, session: sessionAfter(outcome, state.session), hosted: isHosted(told, state.hosted) })
  }

  /** One step at a time: a second press of a button is not a second payment. */
  async function run(step: Step, work: () => Promise<SepaOutcome>, before: Partial<CheckoutState> = {}): Promise<void> {
    if (state.step !== null) {
      return
    }
    set({ ...before, step })
    try {
      const outcome = await work()
      await readMissingMandate(outcome)
      tell(outcome)
    } finally {
      set({ step: null })
    }
  }

  /** Somebody who comes back without having signed needs the mandate that another account is debited by. */
  async function readMissingMandate(outcome: SepaOutcome): Promise<void> {
    const session = "session" in outcome ? outcome.session : null
    if (state.mandate === null && session && takesBankAccount(session)) {
      const read = await client.mandate(session.id, locale)
      set({ mandate: read.type === "mandate" ? read.mandate : null })
    }
  }

  /** Opens a session, or finds the one that is under way, and reads the mandate for it. */
  async function open(fresh: boolean): Promise<SepaOutcome> {
    const outcome = await client.startSession(purchase, { fresh })
    const session = sessionAfter(outcome, null)
    set({ session, hosted: isHosted(session, state.hosted) })
    if (!session || !takesBankAccount(session)) {
      return outcome
    }
    const read = await client.mandate(session.id, locale)
    if (read.type === "mandate") {
      set({ mandate: read.mandate })
      return outcome
    }
    return isGone(read) && !fresh ? open(true) : read
  }

  async function attach(session: SepaSession, input: PaymentInput): Promise<SepaOutcome> {
    const { iban, iban_holder_name, text_version } = input
    const mandate = { accepted: true, locale, text_version }
    return client.attachBankAccount({ session_id: session.id, iban, iban_holder_name, mandate })
  }

  async function attachSomewhere(input: PaymentInput): Promise<SepaOutcome> {
    const attached = state.session ? await attach(state.session, input) : null
    if (attached && !isGone(attached)) {
      return attached
    }
    const opened = await open(true)
    return state.session && takesBankAccount(state.session) ? attach(state.session, input) : opened
  }

  /** Asks what was paid, and goes on asking while nobody knows. */
  async function submit(step: Step): Promise<SepaOutcome> {
    set({ step })
    const outcome = await ask()
    if (outcome.type !== "unknown") {
      return outcome
    }
    tell(outcome)
    set({ step: "finding_out" })
    try {
      return await client.waitForOutcome(idOf(purchase), state.session?.id ?? null, { signal: life.signal })
    } catch (error) {
      if (!life.signal.aborted) {
        throw error
      }
      return outcome
    }
  }

  async function ask(): Promise<SepaOutcome> {
    if (!isOrderToPay(purchase)) {
      return client.complete(purchase.id)
    }
    const { session } = state
    return session ? client.payPlacedOrder(session.id) : client.lookAtOrder(purchase.order_id)
  }

  /** What the signature on the bank's page has come to. */
  async function confirm(session: SepaSession, verification_id: string | null): Promise<SepaOutcome> {
    const seen = await client.takeVerificationReturn({ ...idOf(purchase), session_id: session.id, verification_id })
    return seen.type === "unknown" ? submit("confirming") : seen
  }

  async function payWith(input: PaymentInput): Promise<SepaOutcome> {
    const attached = await attachSomewhere(input)
    if (attached.type === "refused" && attached.code === "mandate_text_outdated" && state.session) {
      const read = await client.mandate(state.session.id, locale)
      set({ mandate: read.type === "mandate" ? read.mandate : state.mandate })
    }
    if (attached.type !== "ready" && attached.type !== "approved") {
      return attached
    }
    tell(attached)
    return submit("paying")
  }

  return {
    getState: () => state,

    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    /**
     * Opens the session and reads the mandate. Call it again after `stop`, or where preparing failed.
     * @param returned from the bank's page: the `verification_id` that it gave, or null where it gave none, as CatalystPay's
     *   payment page does; leave it out for a shopper who does not come from there
     */
    start: async (returned?: string | null): Promise<void> => {
      life = life.signal.aborted ? new AbortController() : life
      await run("starting", async () => {
        const outcome = await open(false)
        if (returned !== undefined && mayBePaidOnPage(state.session)) {
          tell(outcome)
          return submit("finding_out")
        }
        if (outcome.type !== "needs_verification" || returned === undefined) {
          return outcome
        }
        tell(outcome)
        set({ step: "confirming" })
        return confirm(outcome.session, returned)
      })
    },

    /** Gives the bank account, accepts the mandate and pays. */
    pay: async (input: PaymentInput): Promise<void> => {
      await run("checking", () => payWith(input), { outcome: null })
    },

    /** Asks what has become of a payment that is under way, or completes the order of one that is approved. */
    check: async (): Promise<void> => {
      await run("finding_out", () => submit("finding_out"))
    },

    /** The shopper has signed the mandate, or refused to, and was sent back to another device or not at all. */
    signed: async (): Promise<void> => {
      await run("confirming", async () => (state.session ? confirm(state.session, null) : open(false)))
    },

    /** The shopper does not want to sign the mandate. */
    giveUp: async (): Promise<void> => {
      await run("giving_up", async () => {
        const { session, outcome } = state
        if (!session) {
          return outcome ?? open(false)
        }
        const given = await client.giveUpVerification({ ...idOf(purchase), session_id: session.id })
        return given.type === "unknown" ? submit("finding_out") : given
      })
    },

    /** Checks an IBAN with the store; what is known of its bank is for the shopper to see. */
    validateIban: (iban: string) => client.validateIban(iban, state.session?.id ?? null),

    /** The page goes away: nobody waits any more. What was submitted stays submitted. */
    stop: (): void => {
      life.abort()
    },
  }
}

export type SepaCheckout = ReturnType<typeof createSepaCheckout>

/** Nothing that the address says is asked: the store asks CatalystPay. */
function mayBePaidOnPage(session: SepaSession | null): boolean {
  return session?.data.collect === "hosted"
}

function takesBankAccount({ data }: SepaSession): boolean {
  if (data.collect === "hosted") {
    return false
  }
  return data.status === "opened" || data.status === "ready" || data.status === "declined"
}

import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { referenceInUse, sessionGone, wrongState } from "./api-error"
import { bankOf } from "./banks"
import { maskIban } from "./iban"
import { newGenesisReference, newMerchantTransactionId, newOrderNumber, newVendoReference } from "./ids"
import { attemptsRemaining, isTerminal } from "./model"
import type { Attempt, ErrorDetails, Session } from "./model"
import type { PayRequest } from "./schemas"
import { TEST_IBANS } from "./test-ibans"
import type { TestIbanOutcome } from "./test-ibans"
import type { Faults, SessionStatus } from "./types"

type Decision = { outcome: TestIbanOutcome; error: ErrorDetails | null }

type GatewayOptions = {
  clock: () => Date
  faults: Faults
  /** Called once per attempt that ended approved or declined, after the session has moved. */
  onDecided: (session: Session, attempt: Attempt) => void
}

const REFUSED: ErrorDetails = {
  code: "mandate_rejected",
  message: "The mandate was not signed",
  gateway_code: "MD01",
  gateway_message: "The mandate was not signed",
}

/** Moves sessions through the documented transitions; nothing else writes a session's status once it exists. */
export class Gateway {
  /** References of the whole tenant; a declined attempt keeps its reference, as its transaction keeps existing. */
  private readonly references = new Set<string>()

  constructor(private readonly options: GatewayOptions) {}

  /**
   * @throws ApiError 410 when terminal, 409 when not PENDING, 409 when the reference is in use (and nothing is counted)
   */
  async pay(session: Session, { iban, iban_holder_name, tenant_reference_id }: PayRequest): Promise<Attempt> {
    expectStatus(session, "PENDING")
    const reference = tenant_reference_id ?? null
    if (reference !== null && this.references.has(reference)) {
      throw referenceInUse()
    }
    // No await may stand before this line: it is what makes a parallel second pay lose.
    session.status = "PAYMENT_IN_PROGRESS"
    if (reference !== null) {
      this.references.add(reference)
    }
    const created_at = this.options.clock()
    if (this.options.faults.payDelayMs > 0) {
      await sleep(this.options.faults.payDelayMs, undefined, { ref: false })
    }
    const decision = decide(iban)
    const attempt = newAttempt({ iban, holder: iban_holder_name, reference, created_at, outcome: decision.outcome })
    session.attempts.push(attempt)
    if (decision.outcome === "awaiting_verification") {
      session.status = "AWAITING_VERIFICATION"
    } else {
      this.settle(session, attempt, decision)
    }
    return attempt
  }

  /**
   * Takes over what the shopper chose. Before a choice the session goes on waiting: that verify may be called early and
   * answers the envelope again is our choice, the documentation does not say.
   * @throws ApiError 410 when terminal, 409 when not AWAITING_VERIFICATION
   */
  verify(session: Session): Attempt {
    expectStatus(session, "AWAITING_VERIFICATION")
    const attempt = session.attempts.at(-1)
    if (!attempt) {
      throw wrongState(session.status)
    }
    if (attempt.verification?.decision === "signed") {
      this.settle(session, attempt, { outcome: "approved", error: null })
    } else if (attempt.verification) {
      this.settle(session, attempt, { outcome: "declined", error: REFUSED })
    }
    return attempt
  }

  /** @throws ApiError 410 when terminal, 409 when not PENDING */
  cancel(session: Session): void {
    expectStatus(session, "PENDING")
    session.status = "EXPIRED"
  }

  private settle(session: Session, attempt: Attempt, { outcome, error }: Decision): void {
    const approved = outcome === "approved"
    attempt.outcome = approved ? "approved" : "declined"
    attempt.error = error
    attempt.processed_at = this.options.clock()
    if (approved) {
      session.status = "COMPLETED"
    } else {
      session.status = outcome === "failed" || attemptsRemaining(session) === 0 ? "FAILED" : "PENDING"
    }
    this.options.onDecided(session, attempt)
  }
}

function expectStatus(session: Session, status: SessionStatus): void {
  if (isTerminal(session.status)) {
    throw sessionGone()
  }
  if (session.status !== status) {
    throw wrongState(session.status)
  }
}

function decide(iban: string): Decision {
  const test = TEST_IBANS.find((entry) => entry.iban === iban)
  if (!test) {
    return { outcome: "approved", error: null }
  }
  const { outcome, code, message, gateway_code } = test
  const error =
    code === null || message === null
      ? null
      : { code, message, gateway_code, gateway_message: gateway_code === null ? null : message }
  return { outcome, error }
}

type NewAttempt = {
  iban: string
  holder: string
  reference: string | null
  created_at: Date
  outcome: TestIbanOutcome
}

function newAttempt({ iban, holder, reference, created_at, outcome }: NewAttempt): Attempt {
  const vendo = outcome === "awaiting_verification"
  return {
    id: randomUUID(),
    merchant_transaction_id: newMerchantTransactionId(created_at),
    gateway_reference: vendo ? newVendoReference() : newGenesisReference(),
    reference,
    outcome: "pending",
    error: null,
    order_id: randomUUID(),
    order_number: newOrderNumber(),
    subscription_id: randomUUID(),
    adapter: vendo ? "Vendo Services" : "Emerchantpay Genesis",
    account: {
      iban_masked: maskIban(iban),
      iban_last4: iban.slice(-4),
      iban_country: iban.slice(0, 2),
      ...bankOf(iban),
      holder_name: holder,
    },
    created_at,
    processed_at: null,
    verification: null,
  }
}

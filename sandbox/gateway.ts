import { setTimeout as sleep } from "node:timers/promises"
import { sessionGone, wrongState } from "./api-error"
import { decide, newAttempt } from "./attempt"
import { newVerificationId } from "./ids"
import { attemptsRemaining, isTerminal } from "./model"
import type { Attempt, Decision, ErrorDetails, Session } from "./model"
import { References } from "./references"
import type { PayRequest } from "./schemas"
import type { Switches } from "./switches"
import { SLOW_PAY_MS, testIbanOf } from "./test-ibans"
import type { Faults, SessionStatus } from "./types"

type GatewayOptions = {
  clock: () => Date
  faults: Faults
  switches: Switches
  /** Milliseconds by `clock` after which an undecided attempt is decided. */
  finishAfterMs: number
  /** Called once per attempt, before it is decided; the whole IBAN is told nowhere else. */
  onSubmitted: (session: Session, attempt: Attempt, iban: string) => void
  /** Called once per attempt that ended approved or declined, after the session has moved. */
  onDecided: (session: Session, attempt: Attempt) => void
}

type Circumstances = {
  /** What becomes of the attempt, by the answer to `pay-after-500` when its answer is lost. Default: it is decided. */
  aftermath?: Switches["pay-after-500"]
  /** Whether it is made on the hosted page. Default false. */
  hosted?: boolean
}

/** The time after which a PENDING session is gone, when sessions expire at all. */
const EXPIRES_AFTER_MS = 30 * 60_000

const REFUSED: ErrorDetails = {
  code: "mandate_rejected",
  message: "The mandate was not signed",
  gateway_code: "MD01",
  gateway_message: "The mandate was not signed",
}

/** Moves sessions through the documented transitions; nothing else writes a session's status once it exists. */
export class Gateway {
  private readonly references: References

  constructor(private readonly options: GatewayOptions) {
    this.references = new References(options.switches)
  }

  /**
   * @throws ApiError 410 when terminal, 409 when not PENDING, 409 when the reference is in use
   */
  async pay(session: Session, request: PayRequest, circumstances: Circumstances = {}): Promise<Attempt> {
    const { aftermath = "debited", hosted = false } = circumstances
    const { iban, iban_holder_name: holder } = request
    const reference = request.tenant_reference_id ?? null
    expectStatus(session, "PENDING")
    this.references.take(reference)
    // No await may stand before this line: it is what makes a parallel second pay lose.
    session.status = "PAYMENT_IN_PROGRESS"
    const created_at = this.options.clock()
    const delay = Math.max(this.options.faults.payDelayMs, testIbanOf(iban)?.behaviour === "slow" ? SLOW_PAY_MS : 0)
    if (delay > 0) {
      await sleep(delay, undefined, { ref: false })
    }
    const order = this.options.switches["retry-order"] === "reused" ? (session.attempts.at(-1) ?? null) : null
    const attempt = newAttempt({ iban, holder, reference, created_at, hosted, order })
    if (aftermath === "rolled-back") {
      this.references.free(reference)
      session.status = "PENDING"
      return attempt
    }
    session.attempts.push(attempt)
    this.options.onSubmitted(session, attempt, iban)
    if (aftermath === "in-progress") {
      attempt.undecided = decide(iban)
    } else {
      this.proceed(session, attempt, decide(iban))
    }
    return attempt
  }

  /** Counts a pay that was refused as an attempt; the last one ends the session. */
  countRefusal(session: Session): void {
    session.refused_attempts += 1
    if (session.status === "PENDING" && attemptsRemaining(session) === 0) {
      session.status = "FAILED"
    }
  }

  /** Decides the attempt that was left undecided, if there is one. */
  finish(session: Session): boolean {
    const attempt = session.attempts.at(-1)
    const decision = attempt?.undecided
    if (!attempt || !decision) {
      return false
    }
    attempt.undecided = null
    this.proceed(session, attempt, decision)
    return true
  }

  /** Does what is due by the clock. */
  passTime(session: Session): void {
    const now = this.options.clock().getTime()
    const expires = this.options.switches["session-expiry"] === "30-minutes"
    if (expires && session.status === "PENDING" && now - session.created_at.getTime() >= EXPIRES_AFTER_MS) {
      session.status = "EXPIRED"
    }
    const undecided = session.attempts.at(-1)
    if (undecided?.undecided && now - undecided.created_at.getTime() >= this.options.finishAfterMs) {
      this.finish(session)
    }
  }

  /** Takes down what the shopper chose on the verification page; the first choice stands. @returns its id */
  chooseMandate(session: Session, attempt: Attempt, decision: "signed" | "refused"): string {
    attempt.verification ??= { id: newVerificationId(), decision }
    const { verification } = attempt
    if (verification.decision === "signed" && this.options.switches["unreturned-verification"] === "collected") {
      this.settle(session, attempt, { outcome: "approved", error: null })
    }
    return verification.id
  }

  /**
   * Takes over what the shopper chose; what it does before a choice, `early-verify` says.
   * @throws ApiError 410 when terminal, 409 when not AWAITING_VERIFICATION
   */
  verify(session: Session): Attempt {
    expectStatus(session, "AWAITING_VERIFICATION")
    const attempt = session.attempts.at(-1)
    const early = this.options.switches["early-verify"]
    if (!attempt || (!attempt.verification && early === "conflict")) {
      throw wrongState(session.status)
    }
    if (attempt.verification?.decision === "signed") {
      this.settle(session, attempt, { outcome: "approved", error: null })
    } else if (attempt.verification || early === "declined") {
      this.settle(session, attempt, { outcome: "declined", error: REFUSED })
    }
    return attempt
  }

  /** @throws ApiError 410 when terminal, 409 when neither PENDING nor, with `cancel-awaiting=expires`, awaiting */
  cancel(session: Session): void {
    const awaiting = session.status === "AWAITING_VERIFICATION"
    if (!awaiting || this.options.switches["cancel-awaiting"] === "conflict") {
      expectStatus(session, "PENDING")
    }
    session.status = "EXPIRED"
  }

  private proceed(session: Session, attempt: Attempt, decision: Decision): void {
    if (decision.outcome === "awaiting_verification") {
      session.status = "AWAITING_VERIFICATION"
    } else {
      this.settle(session, attempt, decision)
    }
  }

  private settle(session: Session, attempt: Attempt, { outcome, error }: Decision): void {
    const approved = outcome === "approved"
    attempt.outcome = approved ? "approved" : "declined"
    attempt.error = error
    attempt.processed_at = this.options.clock()
    if (approved) {
      session.status = "COMPLETED"
    } else {
      this.decline(session, attempt, outcome === "failed")
    }
    this.options.onDecided(session, attempt)
  }

  private decline(session: Session, attempt: Attempt, hard: boolean): void {
    const exhausted = attemptsRemaining(session) === 0
    const ends = exhausted || (hard && this.options.switches["hard-decline"] === "ends-session")
    attempt.retry_allowed = !hard && !exhausted
    session.status = ends ? "FAILED" : "PENDING"
    // Otherwise a declined attempt keeps its reference, as its transaction keeps existing.
    if (this.options.switches["declined-reference"] === "free") {
      this.references.free(attempt.reference)
    }
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

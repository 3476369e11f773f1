import fc from "fast-check"
import {
  DEBIT_STATUSES,
  DEBIT_TRANSITIONS,
  decide,
  deriveState,
  isInFlight,
  isReplaced,
  isUnsubmitted,
  type DebitFacts,
  type DebitStatus,
  type DebitTransition,
} from "../../src/modules/catalystpay/debit-state"

const TRANSITIONS = Object.keys(DEBIT_TRANSITIONS).filter(isTransition)

function isTransition(name: string): name is DebitTransition {
  return Object.hasOwn(DEBIT_TRANSITIONS, name)
}

function at(status: DebitStatus, change: { attempt?: number; captured?: boolean } = {}) {
  return { status, attempt: change.attempt ?? 1, captured: change.captured ?? false }
}

describe("the state table", () => {
  // Written out by hand from the design: a change of the table has to be made twice.
  const allowed: [DebitTransition, DebitStatus, DebitStatus][] = [
    ["bank_account_attached", "opened", "ready"],
    ["bank_account_attached", "ready", "ready"],
    ["bank_account_attached", "declined", "ready"],
    ["queued", "ready", "queued"],
    ["queued", "submitting", "queued"],
    ["submission_started", "ready", "submitting"],
    ["submission_started", "queued", "submitting"],
    ["submission_not_accepted", "submitting", "ready"],
    ["found_on_page", "opened", "submitting"],
    ["found_on_page", "declined", "submitting"],
    ["left_on_page", "submitting", "opened"],
    ["verification_required", "submitting", "awaiting_verification"],
    ["verification_returned", "awaiting_verification", "awaiting_verification"],
    ["approved", "submitting", "approved"],
    ["approved", "awaiting_verification", "approved"],
    ["declined", "submitting", "declined"],
    ["declined", "awaiting_verification", "declined"],
    ["failed", "queued", "failed"],
    ["failed", "submitting", "failed"],
    ["failed", "awaiting_verification", "failed"],
    ["failed", "approved", "failed"],
    ["cancelled", "opened", "cancelled"],
    ["cancelled", "ready", "cancelled"],
    ["cancelled", "declined", "cancelled"],
    ["cancelled", "queued", "cancelled"],
    ["cancelled", "awaiting_verification", "cancelled"],
    ["superseded", "opened", "superseded"],
    ["superseded", "ready", "superseded"],
    ["superseded", "declined", "superseded"],
    ["seal_expired", "ready", "opened"],
    ["paid_externally", "opened", "approved"],
    ["paid_externally", "ready", "approved"],
    ["paid_externally", "queued", "approved"],
    ["paid_externally", "declined", "approved"],
    ["paid_externally", "failed", "approved"],
    ["paid_externally", "cancelled", "approved"],
    ["paid_externally", "superseded", "approved"],
  ]

  it.each(allowed)("lets %s move a debit from %s to %s", (transition, from, to) => {
    expect(decide(at(from), transition)).toEqual({ kind: "applied", from, to })
  })

  it("moves nothing that is not listed", () => {
    for (const transition of TRANSITIONS) {
      for (const from of DEBIT_STATUSES) {
        const listed = allowed.some(([name, status]) => name === transition && status === from)
        expect([transition, from, decide(at(from), transition).kind === "applied"]).toEqual([transition, from, listed])
      }
    }
  })

  it("calls the same news a second time a repetition", () => {
    expect(decide(at("approved"), "approved")).toEqual({ kind: "repeated", status: "approved" })
    expect(decide(at("cancelled"), "cancelled")).toEqual({ kind: "repeated", status: "cancelled" })
  })

  it("does not let an old failed attempt override a later one", () => {
    const decision = decide(at("submitting", { attempt: 2 }), "failed", 1)
    expect(decision.kind).toBe("refused")
  })

  it("does not let a late approval undo a failure", () => {
    expect(decide(at("failed"), "approved", 1).kind).toBe("refused")
  })

  it("does not fail a debit whose money was captured: that is a chargeback", () => {
    expect(decide(at("approved", { captured: true }), "failed", 1).kind).toBe("refused")
    expect(decide(at("approved"), "failed", 1).kind).toBe("applied")
  })

  it("never leaves failed, cancelled and superseded, whatever comes in whatever order, but for money that somebody paid elsewhere", () => {
    const news = fc.array(fc.tuple(fc.constantFrom(...TRANSITIONS), fc.option(fc.integer({ min: 1, max: 3 }))))
    fc.assert(
      fc.property(news, (sequence) => {
        let status: DebitStatus = "opened"
        for (const [transition, attempt] of sequence) {
          const decision = decide(at(status), transition, attempt)
          const terminal = (status === "failed" || isReplaced(status)) && transition !== "paid_externally"
          expect(terminal && decision.kind === "applied").toBe(false)
          status = decision.kind === "applied" ? decision.to : status
        }
      }),
    )
  })

  it("never submits twice without a return to ready or to the queue in between", () => {
    const news = fc.array(fc.constantFrom(...TRANSITIONS), { maxLength: 40 })
    fc.assert(
      fc.property(news, (sequence) => {
        let status: DebitStatus = "opened"
        let open = false
        for (const transition of sequence) {
          const decision = decide(at(status), transition)
          if (decision.kind !== "applied") continue
          if (transition === "submission_started") {
            expect(open).toBe(false)
            open = true
          }
          if (decision.to === "ready" || decision.to === "queued") open = false
          status = decision.to
        }
      }),
    )
  })
})

describe("kinds of status", () => {
  it("puts no status into two of unsubmitted, in flight and replaced", () => {
    for (const status of DEBIT_STATUSES) {
      const kinds = [isUnsubmitted(status), isInFlight(status), isReplaced(status)].filter(Boolean)
      expect(kinds.length).toBeLessThanOrEqual(1)
    }
  })
})

describe("the state people see", () => {
  const facts: DebitFacts = {
    status: "approved",
    captured_amount: "0",
    refund_due_amount: "0",
    refunded_amount: "0",
    charged_back_amount: "0",
    settled_at: null,
    returned_at: null,
    orphaned_at: null,
  }

  it("is the status until money moves", () => {
    for (const status of DEBIT_STATUSES) {
      expect(deriveState({ ...facts, status })).toBe(status)
    }
  })

  it.each([
    [{ captured_amount: "20.71" }, "captured"],
    [{ captured_amount: "20.71", settled_at: new Date() }, "settled"],
    [{ captured_amount: "20.71", refunded_amount: "5" }, "refunded"],
    [{ captured_amount: "20.71", refund_due_amount: "0.01", refunded_amount: "5" }, "refund_due"],
    [{ orphaned_at: new Date() }, "orphaned"],
    [{ captured_amount: "20.71", charged_back_amount: "20.71", refund_due_amount: "5" }, "charged_back"],
  ])("shows the most troubling fact of %j as %s", (change, state) => {
    expect(deriveState({ ...facts, ...change })).toBe(state)
  })
})

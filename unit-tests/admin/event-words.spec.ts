import { eventNote, eventTitle } from "../../src/admin/lib/event-words"
import type { DebitEventView } from "../../src/modules/catalystpay/debits/event-view"

/** Answers with the key, so that the tests hold to what is said and not to how. */
const texts = {
  t: (key: string, values: Record<string, string | number> = {}) => [key, ...Object.values(values)].join("|"),
  word: (group: string, code: string) => `${group}.${code}`,
}

const format = { money: (amount: string, currency: string) => `${amount} ${currency}`, dateTime: (iso: string) => iso }

function event(change: Partial<DebitEventView>): DebitEventView {
  return {
    id: "cpev_1",
    type: "approved",
    source: "api",
    attempt: 1,
    from_status: null,
    to_status: null,
    refused: false,
    details: {},
    at: "2026-11-22T09:00:00.000Z",
    ...change,
  }
}

const note = (change: Partial<DebitEventView>): string | null => eventNote(event(change), "eur", texts, format)

describe("eventTitle", () => {
  it("has words for what the ledger records", () => {
    expect(eventTitle(event({ type: "captured" }), texts)).toBe("events.captured")
  })

  it("names a webhook", () => {
    expect(eventTitle(event({ type: "webhook order.created" }), texts)).toBe("events.webhook|order.created")
  })

  it("says of refused news that it changed nothing", () => {
    expect(eventTitle(event({ type: "failed", refused: true }), texts)).toBe("refused|events.failed")
  })
})

describe("eventNote", () => {
  it("adds nothing where the title says it all", () => {
    expect(note({ details: { result: "completed", transaction_status: "approved" } })).toBeNull()
  })

  it("adds an amount, the reason of a decline and the reason of a refusal", () => {
    expect(note({ type: "refund_due", details: { amount: "5.00" } })).toBe("5.00 eur")
    expect(note({ type: "declined", details: { error_code: "invalid_iban" } })).toBe("declines.invalid_iban")
    expect(note({ refused: true, details: { reason: "not now" } })).toBe("not now")
  })

  it("adds what a webhook said of the transaction or the session", () => {
    expect(note({ type: "webhook transaction.created", details: { transaction_status: "approved" } })).toBe("approved")
    expect(note({ type: "webhook payment_session.completed", details: { session_status: "COMPLETED" } })).toBe("COMPLETED")
  })
})

import { toDebitView } from "../../src/modules/catalystpay/debits/debit-view"
import type { ViewedEvent } from "../../src/modules/catalystpay/debits/event-view"
import { debitRecord, mandateRecord } from "../support/records"

const START = Date.parse("2026-11-22T09:00:00Z")

/** Events in the order given, one second apart. */
function timeline(...events: Partial<ViewedEvent>[]): ViewedEvent[] {
  return events.map((change, index) => ({
    id: `cpev_${index}`,
    type: "opened",
    source: "api",
    attempt: 1,
    from_status: null,
    to_status: null,
    refused: false,
    details: null,
    created_at: new Date(START + index * 1000),
    ...change,
  }))
}

const DECLINED_THEN_APPROVED = timeline(
  { type: "opened", attempt: 0, to_status: "opened" },
  { type: "bank_account_attached", source: "store", from_status: "opened", to_status: "ready" },
  { type: "submission_started", from_status: "ready", to_status: "submitting", details: { reference: "payses_1.1" } },
  { type: "declined", from_status: "submitting", to_status: "declined", details: { error_code: "insufficient_funds" } },
  { type: "webhook transaction.created", source: "webhook", from_status: "declined", to_status: "declined" },
  { type: "bank_account_attached", attempt: 2, from_status: "declined", to_status: "ready" },
  {
    type: "submission_started",
    attempt: 2,
    from_status: "ready",
    to_status: "submitting",
    details: { reference: "payses_1.2" },
  },
  { type: "approved", attempt: 2, from_status: "submitting", to_status: "approved" },
)

describe("toDebitView", () => {
  it("shows neither holder nor bank account of a debtor who asked to be forgotten, and what happened to the money all the same", () => {
    const view = toDebitView(debitRecord({ status: "approved", forgotten_at: new Date("2026-12-01T00:00:00Z") }), [mandateRecord()], [])
    expect(view).toMatchObject({
      bank_account: null,
      mandate: { creditor_name: "Demo Shop GmbH" },
      attempts: [{ attempt: 1, masked_iban: null, holder_name: null }],
      amount: "20.71",
      forgotten_at: "2026-12-01T00:00:00.000Z",
    })
  })

  it("holds no secret, no e-mail and nothing of where the mandate was accepted from", () => {
    const debit = debitRecord({ session_token: "ps_secret", sealed_iban: "v1.secret", email: "secret@example.com" })
    const mandate = mandateRecord({ ip_address: "203.0.113.9", user_agent: "Secret/1.0" })
    const text = JSON.stringify(toDebitView(debit, [mandate], []))
    expect(text).not.toMatch(/secret|203\.0\.113\.9|session_token|sealed|iban_check|email/i)
  })

  it("derives the state from status and money", () => {
    const approved = debitRecord({ status: "approved" })
    expect(toDebitView(approved, [], []).state).toBe("approved")
    expect(toDebitView({ ...approved, captured_amount: "20.71" }, [], []).state).toBe("captured")
    expect(toDebitView({ ...approved, captured_amount: "20.71", refund_due_amount: "5" }, [], []).state).toBe("refund_due")
  })

  it("writes amounts with the currency's digits", () => {
    const euro = toDebitView(debitRecord({ amount: "20.7", captured_amount: "0" }), [], [])
    expect([euro.amount, euro.captured_amount]).toEqual(["20.70", "0.00"])
    expect(toDebitView(debitRecord({ amount: "2071", currency_code: "jpy" }), [], []).amount).toBe("2071")
  })

  it("masks the IBAN, and shows no bank account before one was given", () => {
    const view = toDebitView(debitRecord(), [mandateRecord({ holder_name: "Max Mustermann" })], [])
    expect(view.bank_account).toEqual({
      masked_iban: "DE •••• 3000",
      bank_name: "Commerzbank",
      bic: "COBADEFFXXX",
      holder_name: "Max Mustermann",
    })
    const opened = debitRecord({ status: "opened", attempt: 0, iban_last4: null, iban_country: null })
    expect(toDebitView(opened, [], [])).toMatchObject({ bank_account: null, mandate: null, attempts: [] })
  })

  it("shows the mandate of the current attempt", () => {
    const mandates = [
      mandateRecord({ attempt: 2, reference: "MAND-2" }),
      mandateRecord({ attempt: 1, reference: "MAND-1" }),
    ]
    expect(toDebitView(debitRecord({ attempt: 2 }), mandates, []).mandate?.reference).toBe("MAND-2")
  })

  it("tells of each attempt how it ended, and why", () => {
    const mandates = [
      mandateRecord({ attempt: 1, iban_last4: "6789" }),
      mandateRecord({ attempt: 2, iban_last4: "3000" }),
    ]
    const debit = debitRecord({ attempt: 2, status: "approved" })
    expect(toDebitView(debit, mandates, DECLINED_THEN_APPROVED).attempts).toMatchObject([
      {
        attempt: 1,
        status: "declined",
        error_code: "insufficient_funds",
        reference: "payses_1.1",
        masked_iban: "DE •••• 6789",
        submitted_at: "2026-11-22T09:00:02.000Z",
        status_at: "2026-11-22T09:00:03.000Z",
      },
      {
        attempt: 2,
        status: "approved",
        error_code: null,
        reference: "payses_1.2",
        masked_iban: "DE •••• 3000",
        status_at: "2026-11-22T09:00:07.000Z",
      },
    ])
  })

  it("never lets refused news speak for an attempt", () => {
    const events = [
      ...DECLINED_THEN_APPROVED,
      ...timeline({ type: "approved", attempt: 1, from_status: "approved", to_status: "approved", refused: true }),
    ]
    const view = toDebitView(debitRecord({ attempt: 2, status: "approved" }), [], events)
    expect(view.attempts[0]?.status).toBe("declined")
  })

  it("tells the time line oldest first, whatever order the rows come in", () => {
    const view = toDebitView(debitRecord(), [], [...DECLINED_THEN_APPROVED].reverse())
    expect(view.events.map((event) => event.id)).toEqual(DECLINED_THEN_APPROVED.map((event) => event.id))
  })

  it("passes on only those details of an event that a merchant may read", () => {
    const details = { amount: "5.00", http_status: 503, reason: null, iban: "DE89370400440532013000", session_token: "ps_1" }
    const [event] = toDebitView(debitRecord(), [], timeline({ type: "refund_due", details })).events
    expect(event?.details).toEqual({ amount: "5.00", http_status: "503" })
  })

  it("says why the current attempt was declined", () => {
    const debit = debitRecord({
      status: "declined",
      error_code: "do_not_honor",
      error_gateway_code: "MS03",
      error_gateway_message: null,
      retry_allowed: true,
    })
    const view = toDebitView(debit, [], [])
    expect(view.decline).toEqual({ code: "do_not_honor", gateway_code: "MS03", gateway_message: null, retry_allowed: true })
    expect(view.attempts[0]?.error_code).toBe("do_not_honor")
  })
})

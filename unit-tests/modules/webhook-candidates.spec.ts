import { parseWebhookEvent } from "../../src/gateway"
import { comesIntoQuestion, isAboutSomeDebit } from "../../src/modules/catalystpay/webhooks/webhook-candidates"
import { debitRecord } from "../support/records"

const NOW = new Date("2026-11-25T09:00:00Z")
const event = (payload: Record<string, unknown>, name = "payment_session.completed") => parseWebhookEvent(name, payload)
const FITS = { amount: "20.71", currency: "EUR", iban: "DE** **** 3000" }

describe("an event without ids", () => {
  it.each([
    ["payment_session.completed", {}, true],
    ["transaction.status_changed", { status: "approved" }, true],
    ["chargeback.created", { reason_code: "MD06" }, true],
    ["chargeback.imported", {}, true],
    ["order.created", {}, false],
    ["subscription.created", {}, false],
    ["subscription.status_changed", {}, false],
    ["transaction.created", { type: "sdd_rebill" }, false],
    ["something.new", {}, false],
    ["payment_session.completed", { session_token: "ps_1" }, false],
    ["transaction.created", { tenant_reference_id: "payses_1.1" }, false],
  ])("%s with %j must be about some debit: %s", (name, payload, isAbout) => {
    expect(isAboutSomeDebit(event(payload, name))).toBe(isAbout)
  })

  it.each([
    ["everything", {}, true],
    ["no digits", { iban: null }, true],
    ["other digits", { iban: "DE** **** 6789" }, false],
    ["another spelling of the amount", { amount: 20.71, currency: "eur" }, true],
    ["another amount", { amount: "20.70" }, false],
    ["no amount", { amount: null }, false],
    ["another currency", { currency: "USD" }, false],
    ["no currency", { currency: null }, false],
  ])("that tells %s fits the debit: %j, %s", (_what, change, fits) => {
    const debit = debitRecord({ submitted_at: new Date("2026-11-24T09:00:00Z") })
    expect(comesIntoQuestion(debit, event({ ...FITS, ...change }), NOW)).toBe(fits)
  })

  it("fits no debit that was submitted more than seven days ago, or never", () => {
    const submitted = (at: string | null) => debitRecord({ submitted_at: at === null ? null : new Date(at) })
    expect(comesIntoQuestion(submitted("2026-11-18T09:00:00Z"), event(FITS), NOW)).toBe(true)
    expect(comesIntoQuestion(submitted("2026-11-18T08:59:59Z"), event(FITS), NOW)).toBe(false)
    expect(comesIntoQuestion(submitted(null), event(FITS), NOW)).toBe(false)
  })
})

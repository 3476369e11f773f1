import { attemptsLeft } from "../../src/modules/catalystpay/checkout/attempts-left"
import { toPublicData } from "../../src/modules/catalystpay/debits/public-data"
import { debitRecord, mandateRecord } from "../support/records"

describe("the public data of a payment session", () => {
  it("shows no bank account of a debtor who asked to be forgotten", () => {
    expect(toPublicData(debitRecord({ status: "approved", forgotten_at: new Date() }), null).bank_account).toBeNull()
  })

  it("has every key of the contract with storefronts, with nulls where nothing is known", () => {
    const data = toPublicData(
      debitRecord({ status: "opened", attempt: 0, iban_last4: null, iban_country: null, bank_name: null }),
      null,
    )
    expect(data).toEqual({
      session_id: "payses_1",
      session_token: "ps_1",
      status: "opened",
      collect: "iban",
      attempt: 0,
      amount: "20.71",
      currency_code: "eur",
      payment_url: "https://pay.example/s/ps_1",
      verification_url: null,
      bank_account: null,
      mandate: null,
      error: null,
      retry_allowed: null,
      attempts_left: null,
      order_number: null,
      transaction_id: null,
      livemode: null,
      test_mode: null,
    })
  })

  it("tells of the bank account what an order's page may show, and nothing of the person", () => {
    const data = toPublicData(debitRecord({ status: "ready" }), mandateRecord())
    expect(data.bank_account).toEqual({ iban_last4: "3000", iban_country: "DE", bank_name: "Commerzbank" })
    expect(data.mandate).toEqual({ accepted_at: "2026-11-22T09:00:00.000Z" })
    const text = JSON.stringify(data)
    for (const personal of ["Mustermann", "max@example.com", "203.0.113.7", "v1.seal", "COBADEFF"]) {
      expect(text).not.toContain(personal)
    }
  })

  it("words a decline for the shopper", () => {
    const declined = debitRecord({ status: "declined", error_code: "insufficient_funds", retry_allowed: true })
    expect(toPublicData(declined, mandateRecord({ locale: "de" })).error).toEqual({
      code: "insufficient_funds",
      message:
        "Ihre Bank hat die Lastschrift abgelehnt, weil das Konto nicht ausreichend gedeckt ist. " +
        "Sie können es mit einem anderen Konto versuchen.",
    })
  })

  it.each([
    ["declined", 1, { maxPaymentAttempts: 5, campaignId: "camp_1" }, 4],
    ["declined", 1, {}, 2],
    ["declined", 2, { maxPaymentAttempts: 2 }, null],
    ["declined", 1, { campaignId: "camp_1" }, null],
    ["declined", 1, null, null],
    ["ready", 1, { maxPaymentAttempts: 5 }, null],
    ["failed", 3, { maxPaymentAttempts: 5 }, null],
  ] as const)("says how many accounts may be tried after %s attempt %s, with %j: %s", (status, attempt, account, left) => {
    expect(attemptsLeft(debitRecord({ status, attempt }), account)).toBe(left)
  })

  it("says of a hosted debit what its page said", () => {
    const hosted = debitRecord({ status: "declined", collect: "hosted", attempt: 0, attempts_remaining: 2 })
    expect(attemptsLeft(hosted, { campaignId: "camp_1" })).toBe(2)
    expect(toPublicData(hosted, null)).toMatchObject({ collect: "hosted", payment_url: "https://pay.example/s/ps_1" })
  })
})

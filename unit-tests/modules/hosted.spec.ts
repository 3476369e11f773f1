import { parseWebhookEvent, type TransactionRow } from "../../src/gateway"
import { isNameless, mayBePaidOnPage } from "../../src/modules/catalystpay/debits/collect-mode"
import type { DebitRecord } from "../../src/modules/catalystpay/debits/debit-record"
import { DEBIT_STATUSES } from "../../src/modules/catalystpay/debit-state"
import { mayBeUnnamedAttempt } from "../../src/modules/catalystpay/outcomes/nameless"
import { parseOptions } from "../../src/modules/catalystpay/options"
import { outcomeOfSession } from "../../src/modules/catalystpay/outcomes/outcome"
import { comesIntoQuestion } from "../../src/modules/catalystpay/webhooks/webhook-candidates"
import { debitRecord } from "../support/records"

const settings = parseOptions({
  apiKey: "rk_1",
  webhookSecret: "whsec_1",
  encryptionKey: "0".repeat(64),
  campaignId: "camp_1",
  collect: "hosted",
  creditor: { name: "Demo Shop GmbH", identifier: "DE98ZZZ09999999999" },
})

/** Opened on 22 November at 9:00. */
function hosted(change: Partial<DebitRecord> = {}): DebitRecord {
  return debitRecord({ collect: "hosted", status: "opened", attempt: 0, reference: null, iban_last4: null, submitted_at: null, ...change })
}

function row(change: Partial<TransactionRow> = {}): TransactionRow {
  return {
    id: "tx_1",
    adapter_unique_id: null,
    merchant_transaction_id: "TXN-1",
    tenant_reference_id: null,
    transaction_id: "processor-1",
    payment_gateway_id: null,
    lead_id: null,
    amount: "20.71",
    currency: "EUR",
    bic: "COBADEFFXXX",
    date_processed: "2026-11-22T09:05:00Z",
    created_at: "2026-11-22T09:05:00Z",
    order_number: null,
    mandate_reference: null,
    customer_email_csv: "Max@example.com",
    iban_last4: "3000",
    status: "approved",
    raw_status: "approved",
    type: "sdd_sale",
    raw_type: "sdd_sale",
    ...change,
  }
}

describe("a debit of CatalystPay's page", () => {
  it("may be paid there until it has ended, and one that this store submits never is", () => {
    const onPage = DEBIT_STATUSES.filter((status) => mayBePaidOnPage({ collect: "hosted", status }))
    expect(onPage).toEqual(["opened", "submitting", "awaiting_verification", "declined"])
    expect(DEBIT_STATUSES.filter((status) => mayBePaidOnPage({ collect: "iban", status }))).toEqual([])
  })

  it("is nameless until somebody tells its transaction", () => {
    expect([isNameless(hosted()), isNameless(hosted({ transaction_id: "tx_1" })), isNameless(debitRecord())]).toEqual([true, false, false])
  })

  it("has in common with one of this store's, when only a GET of the session has told that it was approved, that it is nameless", () => {
    const nothing = { transaction_id: null, merchant_transaction_id: null }
    const approved = debitRecord({ status: "approved", ...nothing })
    const submitting = debitRecord({ status: "submitting", ...nothing })
    expect([approved, submitting, { ...approved, merchant_transaction_id: "TXN-1" }].map(isNameless)).toEqual([true, false, false])
  })

  it("goes back to its own page for the signature, and names no other", () => {
    const session = { session_token: "ps_1", status: "AWAITING_VERIFICATION", raw_status: "AWAITING_VERIFICATION", amount: "20.71", currency: "EUR", attempts_remaining: 2 } as const
    expect(outcomeOfSession(hosted({ status: "submitting" }), session, new Date()).patch.verification_url).toBeNull()
  })
})

describe("a transaction that may be an attempt on a debit's page", () => {
  it.each<[string, Partial<TransactionRow>, boolean]>([
    ["fits in everything", {}, true],
    ["says no type", { type: "unknown", raw_type: null }, true],
    ["says no time", { created_at: null, date_processed: null }, true],
    ["is of another lead", { customer_email_csv: "erika@example.com" }, false],
    ["names no lead", { customer_email_csv: null }, false],
    ["is of another amount", { amount: "20.70" }, false],
    ["is of another currency", { currency: "CZK" }, false],
    ["is of no known amount", { amount: null }, false],
    ["carries a reference, which a page never sends", { tenant_reference_id: "payses_9.1" }, false],
    ["is a refund", { type: "sdd_refund", raw_type: "sdd_refund" }, false],
    ["was made before the page was there", { created_at: "2026-11-22T08:00:00Z" }, false],
    ["was made at once, by a clock that goes a little behind", { created_at: "2026-11-22T08:59:00Z" }, true],
  ])("%s: %j -> %s", (_what, change, mayBe) => {
    expect(mayBeUnnamedAttempt(settings, hosted(), row(change))).toBe(mayBe)
  })
})

describe("a webhook without ids, and a page", () => {
  const event = (payload: Record<string, unknown>) =>
    parseWebhookEvent("payment_session.completed", { amount: "20.71", currency: "EUR", email: "max@example.com", ...payload })
  const now = new Date("2026-11-24T09:00:00Z")

  it("comes into question from the page's opening on, from whatever account it was paid", () => {
    expect(comesIntoQuestion(hosted(), event({ iban: "DE** 6789" }), now)).toBe(true)
    expect(comesIntoQuestion(hosted({ iban_last4: "3000" }), event({ iban: "DE** 6789" }), now)).toBe(false)
    expect(comesIntoQuestion(hosted(), event({}), new Date("2026-11-30T09:00:00Z"))).toBe(false)
    expect(comesIntoQuestion(debitRecord({ submitted_at: null }), event({}), now)).toBe(false)
  })
})

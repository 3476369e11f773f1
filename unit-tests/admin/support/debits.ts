import type { AdminCatalystPayDebit } from "../../../src/modules/catalystpay/admin-types"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import { toDebitView, type ViewedMandate } from "../../../src/modules/catalystpay/debits/debit-view"
import type { ViewedEvent } from "../../../src/modules/catalystpay/debits/event-view"
import type { RefundRecord } from "../../../src/modules/catalystpay/money/money-facts"
import { refundView, type RefundView } from "../../../src/modules/catalystpay/money/money-view"
import type { ProblemCode } from "../../../src/modules/catalystpay/problems/problem-codes"
import { toProblemView, type ProblemView } from "../../../src/modules/catalystpay/problems/problem-view"
import type { ProblemRecord } from "../../../src/modules/catalystpay/problems/problems"
import { debitRecord } from "../../support/records"

const DATE = new Date("2026-11-22T09:00:00Z")

interface Around {
  rows?: ViewedEvent[]
  mandates?: ViewedMandate[]
  problems?: ProblemView[]
  order?: AdminCatalystPayDebit["order"]
}

/** A debit as the admin routes answer it. */
export function adminDebit(change: Partial<DebitRecord> = {}, around: Around = {}): AdminCatalystPayDebit {
  const { rows = [], mandates = [], problems = [], order = null } = around
  return { ...toDebitView(debitRecord(change), mandates, rows), problems, order }
}

/** A line of the time line as it is stored. */
export function eventRow(type: string, details: Record<string, unknown> | null = null): ViewedEvent {
  return {
    id: `cpev_${type}`,
    type,
    source: "api",
    attempt: 1,
    from_status: null,
    to_status: null,
    refused: false,
    details,
    created_at: DATE,
  }
}

/** A problem as it is stored, open. */
export function problemRecord(code: ProblemCode, details: ProblemRecord["details"] = null): ProblemRecord {
  return {
    id: "cpprb_1",
    key: `${code}:cpdeb_1`,
    code,
    account: "default",
    debit_id: "cpdeb_1",
    order_id: null,
    details,
    closed_at: null,
    announced_at: DATE,
    dismissed_by: null,
    dismissal_note: null,
    created_at: DATE,
  }
}

export function adminProblem(code: ProblemCode): ProblemView {
  return toProblemView(problemRecord(code))
}

/** A refund of 5.00 EUR that nobody has paid out. */
export function refundOf(change: Partial<RefundRecord>): RefundView {
  return refundView({
    id: "cpref_1",
    debit_id: "cpdeb_1",
    account: "default",
    medusa_refund_id: "ref_1",
    amount: "5",
    confirmed_amount: "0",
    merchant_amount: "0",
    currency_code: "eur",
    due_at: DATE,
    confirmed_at: null,
    inside_chargeback_window: false,
    announced_at: null,
    marked_done_at: null,
    marked_done_by: null,
    marked_done_note: null,
    marked_done_announced_at: null,
    ...change,
  })
}

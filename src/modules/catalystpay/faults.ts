/**
 * Where a process may die between two effects of the ledger. Each name stands for the moment right before or after a
 * write or a call, so that a test can fail the ledger exactly there and see how it heals.
 */
export const FAULT_POINTS = [
  "before_submission_is_marked",
  "after_submission_was_marked",
  "after_pay_was_answered",
  "after_outcome_was_recorded",
  "after_verification_was_claimed",
  "after_verify_was_answered",
  "after_session_was_read",
  "before_session_is_recorded",
  "after_webhook_was_claimed",
  "after_webhook_was_applied",
  "after_chargeback_was_recorded",
  "after_refund_was_recorded",
  "after_receipt_was_recorded",
  "after_money_back_was_booked",
  "after_problem_was_opened",
  "after_debit_was_forgotten",
  "before_row_is_reconciled",
  "after_row_was_applied",
  "after_row_was_reconciled",
  "before_page_is_finished",
] as const

export type FaultPoint = (typeof FAULT_POINTS)[number]

/** What tests inject to fail a step; the default does nothing. */
export interface Faults {
  /** Called at each point that is passed; what it throws is what a process that died there would have left. */
  at(point: FaultPoint, debitId: string | null): Promise<void>
}

export const NO_FAULTS: Faults = { at: async () => undefined }

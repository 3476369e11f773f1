import { DEBIT_STATUSES, type DebitStatus } from "../debit-state"
import type { ViewedDebit, ViewedMandate } from "./debit-view"
import type { ViewedEvent } from "./event-view"

/** One try with one bank account, and how it ended. Times are ISO 8601. */
export interface AttemptView {
  /** From 1. */
  attempt: number
  /** How far this attempt came. */
  status: DebitStatus
  /** `tenant_reference_id`, the name CatalystPay knows the attempt by; null when it was never submitted. */
  reference: string | null
  masked_iban: string | null
  holder_name: string | null
  mandate_reference: string | null
  accepted_at: string | null
  submitted_at: string | null
  /** When `status` was reached. */
  status_at: string | null
  error_code: string | null
}

/** Country and last four digits, all of an IBAN that the ledger keeps: `DE •••• 3000`. */
export function maskedIban(country: string | null, last4: string): string {
  return [country, "••••", last4].filter(Boolean).join(" ")
}

/** @param timeline the debit's events, oldest first */
export function attemptViews(debit: ViewedDebit, mandates: ViewedMandate[], timeline: ViewedEvent[]): AttemptView[] {
  return Array.from({ length: debit.attempt }, (_, index) => {
    const attempt = index + 1
    const mandate = mandates.find((candidate) => candidate.attempt === attempt) ?? null
    const applied = timeline.filter((event) => event.attempt === attempt && !event.refused)
    const moves = applied.filter((event) => event.to_status !== null && event.to_status !== event.from_status)
    const last = moves.at(-1)
    const submission = applied.findLast((event) => event.type === "submission_started")
    const isCurrent = attempt === debit.attempt
    return {
      attempt,
      status: isCurrent ? debit.status : statusOf(last) ?? "ready",
      reference: detail(submission, "reference"),
      masked_iban: mandate ? maskedIban(mandate.iban_country, mandate.iban_last4) : null,
      holder_name: mandate?.holder_name ?? null,
      mandate_reference: mandate?.reference ?? null,
      accepted_at: mandate?.accepted_at.toISOString() ?? null,
      submitted_at: submission?.created_at.toISOString() ?? null,
      status_at: last?.created_at.toISOString() ?? null,
      error_code: isCurrent ? debit.error_code : detail(last, "error_code"),
    }
  })
}

function statusOf(event: ViewedEvent | undefined): DebitStatus | undefined {
  return DEBIT_STATUSES.find((status) => status === event?.to_status)
}

function detail(event: ViewedEvent | undefined, key: string): string | null {
  const value = event?.details?.[key]
  return typeof value === "string" ? value : null
}

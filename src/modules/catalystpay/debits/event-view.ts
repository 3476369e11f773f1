/** A row of the time line as it is stored. */
export interface ViewedEvent {
  id: string
  type: string
  source: string
  attempt: number
  from_status: string | null
  to_status: string | null
  refused: boolean
  details: Record<string, unknown> | null
  created_at: Date
}

export interface DebitEventView {
  id: string
  type: string
  /** Who said so: `api`, `webhook`, `reconciliation`, `store`, `medusa`, or `merchant`: one of Medusa's users. */
  source: string
  attempt: number
  from_status: string | null
  to_status: string | null
  /** True when it was recorded and changed nothing. */
  refused: boolean
  details: EventDetails
  at: string
}

/** Details that a merchant may read; others that an event was given stay in the ledger. */
const SHOWN_DETAILS = [
  "amount",
  "reason",
  "reason_code",
  "error_code",
  "reference",
  "result",
  "transaction_status",
  "session_status",
  "kind",
  "http_status",
  "event",
  "by",
] as const

export type EventDetails = Partial<Record<(typeof SHOWN_DETAILS)[number], string>>

/** Pure: a row of the time line, with those of its details that a merchant may read. */
export function eventView(event: ViewedEvent): DebitEventView {
  const { id, type, source, attempt, from_status, to_status, refused } = event
  const details = shownDetails(event.details ?? {})
  return { id, type, source, attempt, from_status, to_status, refused, details, at: event.created_at.toISOString() }
}

function shownDetails(details: Record<string, unknown>): EventDetails {
  const shown: EventDetails = {}
  for (const key of SHOWN_DETAILS) {
    const value = details[key]
    if (typeof value === "string" || typeof value === "number") {
      shown[key] = String(value)
    }
  }
  return shown
}

import { canBeDismissed } from "./dismissal"
import type { ProblemCode } from "./problem-codes"
import { describeProblem, type ProblemText } from "./problem-texts"
import type { ProblemDetails, ProblemRecord } from "./problems"

/** What a problem looks like to the merchant. Times are ISO 8601. */
export interface ProblemView extends ProblemText {
  id: string
  code: ProblemCode
  account: string | null
  debit_id: string | null
  /** Medusa's order. */
  order_id: string | null
  details: ProblemDetails
  created_at: string
  /** Null while it is open. */
  closed_at: string | null
  /** Whether the merchant may put it aside: it is open, and does not close by itself once what it says is no longer so. */
  can_be_dismissed: boolean
  /** Who has put it aside, and their note; null where it is open or was healed. */
  dismissal: {
    /** Id of Medusa's user. */
    by: string
    note: string | null
  } | null
}

export function toProblemView(problem: ProblemRecord): ProblemView {
  const { id, code, account, debit_id, order_id, details, created_at, closed_at, dismissed_by, dismissal_note } = problem
  return {
    id,
    code,
    ...describeProblem(problem),
    account,
    debit_id,
    order_id,
    details: details ?? {},
    created_at: created_at.toISOString(),
    closed_at: closed_at?.toISOString() ?? null,
    can_be_dismissed: canBeDismissed(problem),
    dismissal: dismissed_by === null ? null : { by: dismissed_by, note: dismissal_note },
  }
}

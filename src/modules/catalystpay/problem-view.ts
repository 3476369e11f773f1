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
}

export function toProblemView(problem: ProblemRecord): ProblemView {
  const { id, code, account, debit_id, order_id, details, created_at, closed_at } = problem
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
  }
}

import type { DebitRecord } from "../debits/debit-record"

/** What a run found, by kind of row: each row is counted as one of them. */
export const ROW_KINDS = [
  /** A debit was approved, and nobody had said so. */
  "approvals",
  /** A debit was paid at the gateway, and not through this store. */
  "external_payments",
  /** A debit whose outcome was not known was declined, or has failed. */
  "declines",
  /** An approved debit came back from the debtor's bank. */
  "returns",
  "settlements",
  /** An approval was confirmed, or details that an answer had left open were filled in. */
  "confirmations",
  "refunds",
  "chargebacks",
  /** CatalystPay collected a further instalment of a subscription. */
  "rebills",
  /** The ledger knew it all. */
  "known",
  /** The row says nothing yet. */
  "undecided",
  /** It changes nothing: an earlier attempt that was declined, another kind of transaction. */
  "irrelevant",
  /** It speaks of other money than the ledger: a problem of the merchant's. */
  "mismatches",
  /** It may be one of this store's debits', and nobody can say which: a problem of the merchant's. */
  "unmatched",
  /** It belongs to no debit of this store: other shops of the same tenant. */
  "foreign",
  /** It could not be worked on: in the log, and a problem of the merchant's. */
  "failed",
] as const

export type RowKind = (typeof ROW_KINDS)[number]

/** Numbers by name; a kind that did not occur is left out. */
export type ReconciliationReport = {
  rows: number
  pages: number
  /** How often a window was begun anew because the API no longer took its cursor. */
  restarts: number
} & Partial<Record<RowKind, number>>

export const EMPTY_REPORT: ReconciliationReport = { rows: 0, pages: 0, restarts: 0 }

/** What came of a row. */
export interface RowOutcome {
  kind: RowKind
  debit_id: string | null
  /** Medusa is to be brought in line with the debit. */
  moved: boolean
}

export function countRow(report: ReconciliationReport, kind: RowKind): ReconciliationReport {
  return { ...report, rows: report.rows + 1, [kind]: (report[kind] ?? 0) + 1 }
}

/** Pure: the report in words, for the log. */
export function describeReport(report: ReconciliationReport): string {
  const found = ROW_KINDS.filter((kind) => report[kind]).map((kind) => `${report[kind]} ${kind.replaceAll("_", " ")}`)
  const rows = `${report.rows} rows on ${report.pages} pages`
  return [rows, ...found, ...(report.restarts > 0 ? [`${report.restarts} restarts`] : [])].join(", ")
}

type Known = Pick<DebitRecord, "status" | "origin" | "returned_at" | "settled_at">

/** Pure: what a row has changed of a debit, the most telling first. */
export function kindOfChange(before: Known, after: Known): RowKind {
  if (after.returned_at && !before.returned_at) {
    return "returns"
  }
  if (before.status !== "approved" && after.status === "approved") {
    return after.origin === "external" ? "external_payments" : "approvals"
  }
  if (before.status !== after.status && (after.status === "declined" || after.status === "failed")) {
    return "declines"
  }
  return after.settled_at && !before.settled_at ? "settlements" : "confirmations"
}

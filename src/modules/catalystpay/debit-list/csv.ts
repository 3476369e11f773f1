import type { AdminCatalystPayDebit } from "../admin-types"

/** A column's name and what stands in it. Holder and bank are those of the current attempt, the IBAN is masked. */
const COLUMNS: [name: string, cell: (debit: AdminCatalystPayDebit) => string | number | boolean | null | undefined][] = [
  ["id", ({ id }) => id],
  ["created_at", ({ created_at }) => created_at],
  ["account", ({ account }) => account],
  ["state", ({ state }) => state],
  ["order", ({ order }) => order?.display_id],
  ["order_id", ({ order }) => order?.id],
  ["customer_id", ({ customer_id }) => customer_id],
  ["currency", ({ currency_code }) => currency_code.toUpperCase()],
  ["amount", ({ amount }) => amount],
  ["captured_amount", ({ captured_amount }) => captured_amount],
  ["refund_due_amount", ({ refund_due_amount }) => refund_due_amount],
  ["refunded_amount", ({ refunded_amount }) => refunded_amount],
  ["charged_back_amount", ({ charged_back_amount }) => charged_back_amount],
  ["holder_name", ({ bank_account }) => bank_account?.holder_name],
  ["iban", ({ bank_account }) => bank_account?.masked_iban],
  ["bank_name", ({ bank_account }) => bank_account?.bank_name],
  ["bic", ({ bank_account }) => bank_account?.bic],
  ["mandate_reference", ({ mandate }) => mandate?.reference],
  ["sequence_type", ({ mandate }) => mandate?.sequence_type],
  ["reference", ({ reference }) => reference],
  ["order_number", ({ order_number }) => order_number],
  ["transaction_id", ({ transaction_id }) => transaction_id],
  ["decline_code", ({ decline }) => decline?.code],
  ["livemode", ({ livemode }) => livemode],
  ["submitted_at", ({ submitted_at }) => submitted_at],
  ["approved_at", ({ approved_at }) => approved_at],
  ["captured_at", ({ captured_at }) => captured_at],
  ["settled_at", ({ settled_at }) => settled_at],
  ["returned_at", ({ returned_at }) => returned_at],
  ["orphaned_at", ({ orphaned_at }) => orphaned_at],
  ["problems", ({ problems }) => problems.map(({ code }) => code).join(" ")],
]

/** The first line: the columns' names. */
export const CSV_HEADER = line(COLUMNS.map(([name]) => name))

/** A debit as one line. */
export function csvLine(debit: AdminCatalystPayDebit): string {
  return line(COLUMNS.map(([, cell]) => cellOf(cell(debit))))
}

function cellOf(value: string | number | boolean | null | undefined): string {
  return value === null || value === undefined ? "" : String(value)
}

/** RFC 4180: lines end with CR LF, a cell with a quote, a comma or a line's end stands in quotes. */
function line(cells: string[]): string {
  return `${cells.map((cell) => quoted(defused(cell))).join(",")}\r\n`
}

/** A spreadsheet takes what begins so for a formula, and runs what a debtor wrote as a name (OWASP, CSV injection). */
function defused(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

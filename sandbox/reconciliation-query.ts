import { ApiError, fieldError } from "./api-error"
import { decodeCursor } from "./cursor"
import type { Cursor } from "./cursor"
import { addDays, dayAt, daysBetween, isDay, midnight } from "./days"
import type { Switches } from "./switches"

export const RECONCILED = ["transactions", "chargebacks", "subscriptions"] as const
export type Reconciled = (typeof RECONCILED)[number]

export type ReconciliationQuery = {
  /** The window: from included, until excluded. */
  from: Date
  until: Date
  /** Column -> its allowed values. */
  filters: Map<string, string[]>
  /** Bounds of `next_billing_date`, both included. */
  billing: { from: string | null; to: string | null }
  size: number
  cursor: Cursor | null
  format: "json" | "csv" | "xml"
}

const LONGEST_DAYS = 90
const PAGE_SIZE = { default: 100, max: 1000 } as const
const BAD_DAY = "Date has wrong format. Use one of these formats instead: YYYY-MM-DD."
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Query of a reconciliation endpoint (contract, section 13).
 * @throws ApiError 400 with a text per field, 404 for a cursor or a format that does not exist, as in Django REST framework
 */
export function readQuery(kind: Reconciled, params: URLSearchParams, switches: Switches, now: Date): ReconciliationQuery {
  const zone = switches["reconciliation-day"]
  const window = readWindow(params, switches, dayAt(now, zone))
  const billing = {
    from: kind === "subscriptions" ? optionalDay(params, "next_billing_date_from") : null,
    to: kind === "subscriptions" ? optionalDay(params, "next_billing_date_to") : null,
  }
  return {
    from: midnight(window.start, zone),
    until: midnight(switches["reconciliation-end"] === "inclusive" ? addDays(window.end, 1) : window.end, zone),
    filters: readFilters(kind, params),
    billing,
    size: pageSize(params.get("page_size")),
    cursor: readCursor(params.get("cursor")),
    format: readFormat(params.get("format") ?? "json"),
  }
}

function readWindow(params: URLSearchParams, switches: Switches, today: string): { start: string; end: string } {
  const start = optionalDay(params, "start_date")
  const asked = optionalDay(params, "end_date")
  if (start === null) {
    throw fieldError("start_date", "This field is required.")
  }
  if (asked !== null && asked < start) {
    throw fieldError("end_date", "end_date must not be before start_date.")
  }
  const end = asked ?? (switches["reconciliation-default-end"] === "today" ? today : addDays(start, LONGEST_DAYS))
  if (daysBetween(start, end) > LONGEST_DAYS) {
    throw fieldError("end_date", `The date range must not exceed ${LONGEST_DAYS} days.`)
  }
  return { start, end }
}

function optionalDay(params: URLSearchParams, name: string): string | null {
  const text = params.get(name)
  if (text !== null && !isDay(text)) {
    throw fieldError(name, BAD_DAY)
  }
  return text
}

function readFilters(kind: Reconciled, params: URLSearchParams): Map<string, string[]> {
  const gateway = params.get("payment_gateway_id")
  if (gateway !== null && !UUID.test(gateway)) {
    throw fieldError("payment_gateway_id", "Must be a valid UUID.")
  }
  const lists = kind === "subscriptions" ? ["status"] : ["status", "type"]
  const filters = lists.flatMap((name): [string, string[]][] => {
    const values = (params.get(name) ?? "").split(",").map((value) => value.trim())
    const given = values.filter((value) => value !== "")
    return given.length > 0 ? [[name, given]] : []
  })
  return new Map(gateway === null ? filters : [...filters, ["payment_gateway_id", [gateway.toLowerCase()]]])
}

/** Django REST framework takes its default for what is no number, and its maximum for what is more. */
function pageSize(text: string | null): number {
  const asked = text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 0
  return asked === 0 ? PAGE_SIZE.default : Math.min(asked, PAGE_SIZE.max)
}

function readCursor(text: string | null): Cursor | null {
  const cursor = text === null ? null : decodeCursor(text)
  if (text !== null && cursor === null) {
    throw new ApiError(404, "Invalid cursor")
  }
  return cursor
}

function readFormat(text: string): ReconciliationQuery["format"] {
  if (text !== "json" && text !== "csv" && text !== "xml") {
    throw new ApiError(404, "Not found.")
  }
  return text
}

import { z } from "zod"
import { isDay } from "./fields"

/** /reference/reconciliation-fields. */
const MAX_WINDOW_DAYS = 90
const MAX_PAGE_SIZE = 1000
const DAY_MS = 24 * 60 * 60 * 1000

const day = z.string().refine(isDay, "must be a day that the calendar has, as YYYY-MM-DD")

function words(pattern: RegExp, letters: string) {
  const word = z.string().regex(pattern, `must be written in ${letters} letters and underscores`)
  return z.array(word).min(1, "must name at least one, or be left out for all").optional()
}

const lowerWords = words(/^[a-z0-9_]+$/, "lower case")
const upperWords = words(/^[A-Z0-9_]+$/, "upper case")

const everyListing = {
  /** First day of the window, YYYY-MM-DD. Whose midnight it begins at, the pages don't say; UTC most likely. */
  start_date: day,
  /**
   * Last day, at most 90 days after the first. Whether it belongs to the window, and what holds without it, the pages
   * don't say: overlap your windows.
   */
  end_date: day.optional(),
  payment_gateway_id: z.string().trim().min(1, "must not be empty").optional(),
  /** Rows of a page, 1 to 1000. Default: the API's, 100. */
  page_size: z.int().min(1).max(MAX_PAGE_SIZE).optional(),
}

type Window = { start_date: string; end_date?: string }

function checkWindow({ start_date, end_date }: Window, context: z.RefinementCtx): void {
  if (end_date === undefined) {
    return
  }
  const days = (Date.parse(end_date) - Date.parse(start_date)) / DAY_MS
  if (days < 0 || days > MAX_WINDOW_DAYS) {
    const message = `must be from 0 to ${MAX_WINDOW_DAYS} days after start_date`
    context.addIssue({ code: "custom", path: ["end_date"], message, input: end_date })
  }
}

/** By `date_processed`. */
export const transactionsQuerySchema = z
  .strictObject({ ...everyListing, status: lowerWords, type: lowerWords })
  .superRefine(checkWindow)
/** By `report_date`. */
export const chargebacksQuerySchema = z
  .strictObject({ ...everyListing, status: lowerWords, type: lowerWords })
  .superRefine(checkWindow)
/** By `created_at`. */
export const subscriptionsQuerySchema = z
  .strictObject({
    ...everyListing,
    status: upperWords,
    next_billing_date_from: day.optional(),
    next_billing_date_to: day.optional(),
  })
  .superRefine(checkWindow)

/** Which transactions: those processed in the window. Statuses and types in lower case. */
export type TransactionsQuery = z.input<typeof transactionsQuerySchema>
/** Which chargebacks: those reported in the window. Statuses and types in lower case. */
export type ChargebacksQuery = z.input<typeof chargebacksQuerySchema>
/** Which subscriptions: those created in the window. Statuses in upper case. */
export type SubscriptionsQuery = z.input<typeof subscriptionsQuerySchema>

/** As the API takes them: lists joined by commas, what is undefined left out. */
export function queryString(query: Record<string, string | number | readonly string[] | undefined>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      parameters.append(name, Array.isArray(value) ? value.join(",") : String(value))
    }
  }
  return parameters.toString()
}

import { z } from "@medusajs/framework/zod"
import { DELIVERY_STATUSES } from "../../../../modules/catalystpay/models/webhook-delivery"
import { PROBLEM_CODES } from "../../../../modules/catalystpay/problems/problem-codes"
import { canBeRead } from "../../../../modules/catalystpay/reconciliation/days"
import { RECONCILED_LISTINGS } from "../../../../modules/catalystpay/reconciliation/run-record"

export const DAY_MS = 24 * 60 * 60 * 1000

export const id = z.string().min(1).max(64)

/** Queries arrive as text. A page has 1 to 100 rows. */
export const limit = z.string().regex(/^([1-9]\d?|100)$/).transform(Number)
const offset = z.string().regex(/^\d{1,9}$/).transform(Number)

/** A name in the plugin's options. */
export const account = z.string().min(1).max(64)

/** A day as YYYY-MM-DD: its first moment, in UTC. */
export const day = z.iso.date().regex(/^2\d{3}-/).transform((text) => new Date(`${text}T00:00:00Z`))

export const chargebacksQuery = z.strictObject({
  order_id: id.optional(),
  debit_id: id.optional(),
  account: account.optional(),
  limit: limit.default(20),
  offset: offset.default(0),
})

export const refundsQuery = chargebacksQuery.extend({
  /** `true`: those that are not paid out in full. */
  open: z.enum(["true", "false"]).default("false").transform((written) => written === "true"),
})

export const noQuery = z.strictObject({})

export const noBody = z.strictObject({})

/** What the merchant says of it, for those who read it later. */
export const noteBody = z.strictObject({ note: z.string().trim().min(1).max(200).regex(/^\P{Cc}*$/u).optional() })

/** The number of an attempt, from 1. */
export const mandateQuery = z.strictObject({ attempt: z.string().regex(/^[1-9]\d{0,3}$/).transform(Number).optional() })

/** Up to two years. */
export const ratesQuery = z.strictObject({ months: z.string().regex(/^(?:[1-9]|1\d|2[0-4])$/).transform(Number).default(12) })

export const problemsQuery = z.strictObject({
  closed: z
    .enum(["true", "false"])
    .default("false")
    .transform((word) => word === "true"),
  code: z.enum(PROBLEM_CODES).optional(),
  order_id: id.optional(),
  debit_id: id.optional(),
  account: account.optional(),
  limit: limit.default(20),
  offset: offset.default(0),
})

export const reconciliationsQuery = z.strictObject({
  account: account.optional(),
  listing: z.enum(RECONCILED_LISTINGS).optional(),
  limit: limit.default(20),
  offset: offset.default(0),
})

/** Days as YYYY-MM-DD, both included. */
export const reconciliationBody = z
  .strictObject({ from: z.string(), to: z.string(), account: account.optional() })
  .refine(({ from, to }) => canBeRead({ from_day: from, to_day: to }), { path: ["from"] })

export const deliveriesQuery = z
  .strictObject({
    status: z.enum(DELIVERY_STATUSES).optional(),
    /** `true`: those that were given up. */
    dead: z.literal("true").optional(),
    account: account.optional(),
    debit_id: id.optional(),
    limit: limit.default(20),
    offset: offset.default(0),
  })
  .refine(({ dead, status }) => !dead || status === undefined || status === "failed", { path: ["dead"] })

import { z } from "@medusajs/framework/zod"

const id = z.string().min(1).max(64)

/** Queries arrive as text. A page has 1 to 100 debits. */
const limit = z.string().regex(/^([1-9]\d?|100)$/).transform(Number)
const offset = z.string().regex(/^\d{1,9}$/).transform(Number)

export const debitsQuery = z.strictObject({
  order_id: id.optional(),
  payment_collection_id: id.optional(),
  limit: limit.default(20),
  offset: offset.default(0),
})

export const noQuery = z.strictObject({})

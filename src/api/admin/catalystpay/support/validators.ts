import { z } from "@medusajs/framework/zod"

const LARGEST_PAGE = 100
const id = z.string().min(1).max(64)

/** Queries arrive as text; a missing parameter takes its default. */
const wholeNumber = z.string().regex(/^\d{1,9}$/).transform(Number)

export const debitsQuery = z.strictObject({
  order_id: id.optional(),
  payment_collection_id: id.optional(),
  limit: wholeNumber.pipe(z.number().min(1).max(LARGEST_PAGE)).default(20),
  offset: wholeNumber.default(0),
})

export const noQuery = z.strictObject({})

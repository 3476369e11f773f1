import { z } from "zod"

const payment = z.looseObject({
  id: z.string(),
  amount: z.number(),
  captured_at: z.string().nullable(),
  canceled_at: z.string().nullable(),
})

/** A Medusa payment session as the store API shows it. */
export const paymentSessionAnswer = z.looseObject({
  id: z.string(),
  status: z.string(),
  amount: z.number(),
  provider_id: z.string(),
  data: z.looseObject({
    session_token: z.string().nullish(),
    status: z.string().nullish(),
    verification_url: z.string().nullish(),
    retry_allowed: z.boolean().nullish(),
    attempt: z.number().nullish(),
  }),
})
export type PaymentSessionAnswer = z.infer<typeof paymentSessionAnswer>

export const orderAnswer = z.looseObject({
  id: z.string(),
  payment_status: z.string(),
  total: z.number(),
  payment_collections: z.array(
    z.looseObject({
      status: z.string(),
      amount: z.number(),
      captured_amount: z.number().nullable(),
      payments: z.array(payment),
      payment_sessions: z.array(paymentSessionAnswer),
    }),
  ),
})
export type OrderAnswer = z.infer<typeof orderAnswer>

const withSessions = z.object({ payment_sessions: z.array(paymentSessionAnswer).optional() })
export const cartAnswer = z.object({
  cart: z.looseObject({
    id: z.string(),
    completed_at: z.string().nullish(),
    total: z.number().optional(),
    items: z.array(z.looseObject({ id: z.string() })).optional(),
    payment_collection: withSessions.nullish(),
  }),
})
export const collectionAnswer = z.object({ payment_collection: withSessions.extend({ id: z.string() }) })
export const tokenAnswer = z.object({ token: z.string() })
export const placedAnswer = z.object({ type: z.literal("order"), order: z.looseObject({ id: z.string() }) })

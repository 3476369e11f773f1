import { z } from "zod"

/** The parts of the store API's answers that the checkout looks at. */

export const cartAnswer = z.object({ cart: z.object({ id: z.string(), total: z.number(), currency_code: z.string() }) })

export const sessionData = z.object({
  status: z.string(),
  collect: z.enum(["iban", "hosted"]),
  payment_url: z.string().nullable(),
  verification_url: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  retry_allowed: z.boolean().nullable(),
  order_number: z.string().nullable(),
})

export const paymentSession = z.object({ id: z.string(), provider_id: z.string(), data: sessionData })

export type PaymentSession = z.infer<typeof paymentSession>

export const paymentSessionAnswer = z.object({ payment_session: paymentSession })

export const collectionAnswer = z.object({
  payment_collection: z.object({ id: z.string(), payment_sessions: z.array(paymentSession).optional() }),
})

export const ibanAnswer = z.object({
  valid: z.boolean(),
  bank_name: z.string().nullable(),
  bic: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
})

export const mandateAnswer = z.object({
  mandate: z.object({ text: z.string(), text_version: z.string(), reference: z.string().nullable() }),
})

export const completeAnswer = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("order"),
    order: z.object({
      id: z.string(),
      display_id: z.number(),
      payment_collections: z.array(z.object({ status: z.string() })),
    }),
  }),
  z.object({
    type: z.literal("cart"),
    cart: z.object({ payment_collection: z.object({ payment_sessions: z.array(paymentSession) }) }),
    error: z.object({ message: z.string() }),
  }),
])

export const orderAnswer = z.object({ order: z.object({ id: z.string(), payment_status: z.string() }) })

import { z } from "zod"

const text = z.string().nullable()

/** `PaymentSessionResult` as documented, with every key required and none beside them. */
const envelope = z.strictObject({
  object: z.literal("payment_session.result"),
  session_token: z.string(),
  status: z.enum(["completed", "awaiting_verification", "declined", "failed"]),
  livemode: z.boolean(),
  created_at: z.iso.datetime().nullable(),
  processed_at: z.iso.datetime().nullable(),
  order_number: text,
  verification_url: text,
  error: text,
  retry_allowed: z.boolean().nullable(),
  transaction: z.strictObject({
    id: z.uuid(),
    merchant_transaction_id: z.string(),
    gateway_reference: text,
    tenant_reference_id: text,
    status: z.string().toLowerCase(),
    type: z.enum(["sdd_sale", "sdd_rebill"]),
  }),
  order: z.strictObject({ id: z.uuid(), order_number: z.string(), status: z.string().toUpperCase() }),
  subscription: z
    .strictObject({
      id: z.uuid(),
      status: z.string(),
      billing_frequency: text,
      next_billing_date: z.iso.date().nullable(),
    })
    .nullable(),
  lead: z.strictObject({ id: z.uuid() }),
  amount: z.string().regex(/^\d+\.\d{2}$/),
  currency: z.string().length(3),
  payment_method: z.strictObject({
    type: z.literal("sepa_debit"),
    iban_last4: text,
    iban_country: text,
    bic: text,
    bank_name: text,
    holder_name: text,
  }),
  sepa: z.strictObject({
    mandate_reference: text,
    sequence_type: z.enum(["FRST", "RCUR"]).nullable(),
    creditor_identifier: text,
  }),
  adapter: z.strictObject({ name: text }),
  payment_gateway: z.strictObject({ id: z.uuid(), name: z.string(), descriptor: text, test_mode: z.boolean() }),
  error_details: z
    .strictObject({ code: z.string(), message: z.string(), gateway_code: text, gateway_message: text })
    .nullable(),
})

/** @throws ZodError when an answer is not exactly the documented envelope. */
export function parseEnvelope(body: unknown): z.output<typeof envelope> {
  return envelope.parse(body)
}

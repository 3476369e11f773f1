import { z } from "@medusajs/framework/zod"

/** Far more than any IBAN has, with spaces; a longer input is not looked at. */
const ibanInput = z.string().min(1).max(128)
const locale = z.string().min(2).max(35)

export const ibanBody = z.strictObject({
  iban: ibanInput,
  payment_session_id: z.string().min(1).max(64).optional(),
})

export const bankAccountBody = z.strictObject({
  iban: ibanInput,
  /** 1 to 70 characters; the ledger answers `invalid_holder_name` outside of it. */
  iban_holder_name: z.string().max(1000),
  mandate: z.strictObject({
    accepted: z.boolean(),
    locale: locale.optional(),
    text_version: z.string().min(1).max(35).optional(),
  }),
})

export const verificationBody = z.strictObject({
  /** From the return address, where the bank's page gave one. */
  verification_id: z.string().min(1).max(255).regex(/^\P{Cc}*$/u).nullish(),
})

export const mandateQuery = z.object({ locale: locale.optional() })

export const authorizationBody = z.strictObject({})

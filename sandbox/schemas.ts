import { isIP } from "node:net"
import { z } from "zod"
import { isValidIban, normaliseIban } from "./iban"
import type { Switches } from "./switches"

const REQUIRED = "This field is required."
const NOT_NULL = "This field may not be null."
const NOT_BLANK = "This field may not be blank."
const tooLong = (max: number) => `Ensure this field has no more than ${max} characters.`

/** Django REST framework's wording for a value that is missing, null or of another type. */
const wording = (otherwise: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? REQUIRED : issue.input === null ? NOT_NULL : otherwise

const text = (max: number) =>
  z
    .string({ error: wording("Not a valid string.") })
    .trim()
    .min(1, NOT_BLANK)
    .max(max, tooLong(max))

const optionalText = z.string({ error: wording("Not a valid string.") }).trim().max(255).nullish()
const uuid = z.guid({ error: wording("Must be a valid UUID.") }).toLowerCase()
const choice = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: wording("Not a valid choice.") })

/** decimal(10,2) as string or number; becomes a string with two decimals. */
const money = z
  .union([z.string(), z.number()], { error: wording("A valid number is required.") })
  .transform((value, context) => {
    const parts = /^(\d+)(?:\.(\d*))?$/.exec(String(value).trim())
    const fail = (message: string) => {
      context.addIssue({ code: "custom", message })
      return z.NEVER
    }
    if (!parts) {
      return fail("A valid number is required.")
    }
    const whole = (parts[1] ?? "").replace(/^0+(?=\d)/, "")
    const decimals = parts[2] ?? ""
    if (decimals.length > 2) {
      return fail("Ensure that there are no more than 2 decimal places.")
    }
    if (whole.length > 8) {
      return fail("Ensure that there are no more than 8 digits before the decimal point.")
    }
    return `${whole}.${decimals.padEnd(2, "0")}`
  })

const positiveMoney = money.refine((amount) => Number(amount) > 0, "Ensure this value is greater than 0.")

/** An object whose unknown fields are ignored, as Django REST framework does, or refused. */
const dictionary = <Shape extends z.core.$ZodLooseShape>(shape: Shape, switches: Switches) => {
  const object = z.object(shape, { error: wording("Invalid data. Expected a dictionary.") })
  return switches["unknown-fields"] === "refused" ? object.strict() : object.strip()
}

const lead = (switches: Switches) =>
  dictionary(
    {
      first_name: text(255),
      last_name: text(255),
      email: text(254).pipe(z.email("Enter a valid email address.")),
      country: text(2).regex(/^[A-Z]{2}$/, "Not a valid ISO 3166-1 alpha-2 country code."),
      address: optionalText,
      city: optionalText,
      postal_code: optionalText,
      phone:
        switches["lead-phone"] === "e164"
          ? z.string().regex(/^\+[1-9]\d{6,14}$/, "Enter a valid phone number in E.164 format.").nullish()
          : optionalText,
    },
    switches,
  )

const currency = (switches: Switches) =>
  text(3)
    .regex(/^[A-Z]{3}$/, "Not a valid ISO 4217 currency code.")
    .refine((code) => code === "EUR" || switches["other-currencies"] === "accepted", "Only EUR is supported.")

/** POST /payment-sessions/ */
export const createRequest = (switches: Switches) =>
  dictionary(
    {
      campaign_id: uuid.nullish(),
      lead: lead(switches),
      amount: (switches["zero-amount"] === "accepted" ? money : positiveMoney).nullish(),
      currency: currency(switches).nullish(),
      billing_type: choice(["ONE_OFF", "RECURRING", "TRIAL_RECURRING"]).nullish(),
      billing_frequency: choice(["WEEKLY", "BIWEEKLY", "MONTHLY", "QUARTERLY", "SEMIANNUALLY", "YEARLY"]).nullish(),
      trial_interval_unit: choice(["day", "week", "month"]).nullish(),
      trial_period: z
        .int("A valid integer is required.")
        .min(1, "Ensure this value is greater than or equal to 1.")
        .nullish(),
      trial_price: (switches["trial-price-zero"] === "allowed" ? money : positiveMoney).nullish(),
      gateway_id: uuid.nullish(),
      max_payment_attempts: z
        .int("A valid integer is required.")
        .min(1, "Ensure this value is greater than or equal to 1.")
        .max(10, "Ensure this value is less than or equal to 10.")
        .nullish(),
      webhook_profile_id: uuid.nullish(),
      hosted_page_id: uuid.nullish(),
      customer_ip: z
        .string({ error: wording("Not a valid string.") })
        .refine((ip) => isIP(ip) !== 0, "Enter a valid IPv4 or IPv6 address.")
        .nullish(),
    },
    switches,
  ).refine(
    ({ billing_type, billing_frequency }) =>
      switches["billing-frequency"] === "optional" || !billing_type || billing_type === "ONE_OFF" || billing_frequency,
    { path: ["billing_frequency"], message: "billing_frequency is required for recurring billing." },
  )

/** The holder's limit of 70 is SEPA's; the documentation gives none. */
const HOLDER_LENGTH = { 70: 70, 255: 255, 35: 35 } as const satisfies Record<Switches["holder-length"], number>

/** POST /payment-sessions/{token}/pay/ */
export const payRequest = (switches: Switches) =>
  dictionary(
    {
      iban: text(42)
        .transform((iban) => (switches["iban-spelling"] === "strict" ? iban : normaliseIban(iban)))
        .refine((iban) => switches["malformed-iban"] === "declined" || isValidIban(iban), "Invalid IBAN"),
      iban_holder_name: text(HOLDER_LENGTH[switches["holder-length"]]),
      tenant_reference_id: (switches["spaces-reference"] === "kept"
        ? z.string({ error: wording("Not a valid string.") }).min(1, NOT_BLANK).max(255, tooLong(255))
        : text(255)
      ).nullish(),
    },
    switches,
  )

/** POST /payment-sessions/{token}/verify/. Any id is tolerated: the guide calls it optional. */
export const verifyRequest = (switches: Switches) =>
  dictionary({ verification_id: z.string({ error: wording("Not a valid string.") }).nullish() }, switches)

/** POST /iban-validate/ */
export const ibanValidateRequest = (switches: Switches) =>
  dictionary({ iban: z.string({ error: wording("Not a valid string.") }).min(1, NOT_BLANK) }, switches)

export type CreateRequest = z.output<ReturnType<typeof createRequest>>
export type PayRequest = z.output<ReturnType<typeof payRequest>>

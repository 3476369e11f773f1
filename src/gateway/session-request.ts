import { isIP } from "node:net"
import { z } from "zod"

/*
 * What opens a session (/reference/session-fields). The API knows two modes: campaign mode takes price, billing and
 * gateway from the campaign's offer, each of which may be overridden; direct mode has to name them itself.
 */

/** How often a session bills: once, every period, or every period after a trial. */
export const BILLING_TYPES = ["ONE_OFF", "RECURRING", "TRIAL_RECURRING"] as const
export const BILLING_FREQUENCIES = ["WEEKLY", "BIWEEKLY", "MONTHLY", "QUARTERLY", "SEMIANNUALLY", "YEARLY"] as const
export const TRIAL_INTERVAL_UNITS = ["day", "week", "month"] as const

export type BillingType = (typeof BILLING_TYPES)[number]
export type BillingFrequency = (typeof BILLING_FREQUENCIES)[number]
export type TrialIntervalUnit = (typeof TRIAL_INTERVAL_UNITS)[number]

/** decimal(10,2) of the API. */
const money = z.string().regex(/^\d{1,8}(\.\d{1,2})?$/, 'must be a decimal string in major units such as "29.99"')
const currency = z.string().regex(/^[A-Z]{3}$/, "must be an ISO 4217 code in upper case")
const id = z.string().trim().min(1, "must not be empty")

function oneOf<Known extends string>(known: readonly Known[]) {
  return z.enum(known, `must be one of ${known.join(", ")}`)
}

/** An empty line of an address form is left out: the API takes blank strings for mistakes. */
const optionalText = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined)

const leadSchema = z.strictObject({
  first_name: z.string().min(1).max(255),
  last_name: z.string().min(1).max(255),
  email: z.string().min(3).max(254),
  /** ISO 3166-1 alpha-2, upper case. */
  country: z.string().regex(/^[A-Z]{2}$/, "must be an ISO 3166-1 alpha-2 code in upper case"),
  address: optionalText,
  city: optionalText,
  postal_code: optionalText,
  phone: optionalText,
})

const everySession = {
  lead: leadSchema,
  /** The shopper's address, IPv4 or IPv6, for the gateway's fraud screening. */
  customer_ip: z.string().refine((value) => isIP(value) !== 0, "must be an IPv4 or IPv6 address").optional(),
  /** How many IBANs may be tried in the session, 1 to 10. Default: the campaign's value, 3 in direct mode. */
  max_payment_attempts: z.int().min(1).max(10).optional(),
  /** Where webhooks of this session go; direct mode only, a campaign has its own. */
  webhook_profile_id: id.optional(),
  /** Branding of the hosted payment page; overrides the campaign's. */
  hosted_page_id: id.optional(),
  /**
   * The period between debits. Of RECURRING the API's pages don't say whether it needs one, so it may be left out; what
   * CatalystPay says of that comes back as `invalid_request`.
   */
  billing_frequency: oneOf(BILLING_FREQUENCIES).optional(),
  /** The unit of `trial_period`: lower case, unlike every other word here. */
  trial_interval_unit: oneOf(TRIAL_INTERVAL_UNITS).optional(),
  /** Length of the trial in `trial_interval_unit`s, at least 1. */
  trial_period: z.int().min(1).optional(),
  /** What the trial costs, debited at once; major units, e.g. "1.00". Whether "0.00" is taken, the pages don't say. */
  trial_price: money.optional(),
}

export const campaignSessionSchema = z
  .strictObject({
    ...everySession,
    campaign_id: id,
    /** Major units, e.g. "29.99" (decimal(10,2)). Overrides the offer's price: send what the shopper was shown. */
    amount: money.optional(),
    /** ISO 4217, upper case; overrides the offer's. */
    currency: currency.optional(),
    /** Overrides how the offer bills. */
    billing_type: oneOf(BILLING_TYPES).optional(),
    /** Another payment gateway (MID) than the campaign's (/recipes/switch-gateway). */
    gateway_id: id.optional(),
  })
  .superRefine(checkBilling)

export const directSessionSchema = z
  .strictObject({
    ...everySession,
    /** The payment gateway (MID); it has to be active and of this tenant. */
    gateway_id: id,
    /** Major units, e.g. "29.99" (decimal(10,2)). */
    amount: money,
    /** ISO 4217, upper case. */
    currency,
    billing_type: oneOf(BILLING_TYPES),
  })
  .superRefine(checkBilling)

type Billing = {
  campaign_id?: string
  billing_type?: BillingType
  billing_frequency?: BillingFrequency
  trial_interval_unit?: TrialIntervalUnit
  trial_period?: number
  trial_price?: string
}

/** Terms that contradict each other would be charged one way or the other; nobody could say which was meant. */
function checkBilling(terms: Billing, context: z.RefinementCtx): void {
  const { billing_type } = terms
  const refuse = (field: keyof Billing, message: string) =>
    context.addIssue({ code: "custom", path: [field], message, input: terms })
  if (billing_type === "ONE_OFF" && terms.billing_frequency !== undefined) {
    refuse("billing_frequency", "must be left out: a ONE_OFF session bills once")
  }
  for (const field of ["trial_interval_unit", "trial_period", "trial_price"] as const) {
    if (billing_type !== undefined && billing_type !== "TRIAL_RECURRING" && terms[field] !== undefined) {
      refuse(field, `must be left out: only a TRIAL_RECURRING session has a trial, this one is ${billing_type}`)
    }
  }
  // In campaign mode the offer may have the trial's terms.
  for (const field of ["trial_interval_unit", "trial_period"] as const) {
    if (billing_type === "TRIAL_RECURRING" && terms.campaign_id === undefined && terms[field] === undefined) {
      refuse(field, "is required: a TRIAL_RECURRING session has to say how long its trial is")
    }
  }
}

/** The shopper, as CatalystPay calls it. */
export type Lead = z.input<typeof leadSchema>
/**
 * Campaign mode names a `campaign_id` and may override what its offer says; direct mode names a `gateway_id` (MID),
 * the price and how often it bills. Amounts are decimal strings in major units.
 */
export type CreateSessionInput = z.input<typeof campaignSessionSchema> | z.input<typeof directSessionSchema>

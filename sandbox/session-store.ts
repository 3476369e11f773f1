import { randomUUID } from "node:crypto"
import { ApiError, FieldErrors, fieldError, leadHasActiveSession } from "./api-error"
import { fingerprintOf } from "./attempt"
import { DEFAULT_OFFER } from "./defaults"
import { newSessionToken } from "./ids"
import type { Session } from "./model"
import type { CreateRequest } from "./schemas"
import type { Switches } from "./switches"
import type { LeadRecord, SessionStatus } from "./types"

type StoreOptions = {
  campaignIds: string[]
  gatewayIds: string[]
  maxPaymentAttempts: number
  clock: () => Date
  switches: Switches
}

/** The statuses in which a session keeps its lead from opening another, by the answer to `active-statuses`. */
const ACTIVE: Readonly<Record<Switches["active-statuses"], readonly SessionStatus[]>> = {
  "not-terminal": ["PENDING", "PAYMENT_IN_PROGRESS", "AWAITING_VERIFICATION"],
  "pending-only": ["PENDING"],
  none: [],
}

type Terms = Pick<Session, "gateway_id" | "amount" | "currency" | "billing_type">

/** Holds the sessions and opens new ones. */
export class SessionStore {
  private readonly byToken = new Map<string, Session>()
  /** Lower-case e-mail -> its sessions, oldest first. */
  private readonly ofLead = new Map<string, Session[]>()

  constructor(private readonly options: StoreOptions) {}

  find(token: string): Session | undefined {
    return this.byToken.get(token)
  }

  all(): Session[] {
    return [...this.byToken.values()]
  }

  /** @throws ApiError 400 for an unknown campaign or gateway or missing direct-mode fields, 409 for an active lead */
  create(request: CreateRequest): Session {
    const terms = this.terms(request)
    const email = request.lead.email.toLowerCase()
    const { switches } = this.options
    const earlier = this.ofLead.get(email) ?? []
    if (switches["lead-key"] === "email" && earlier.some((session) => this.isActive(session))) {
      throw leadHasActiveSession()
    }
    const known = earlier.at(-1)
    if (known && switches["duplicate-lead"] === "refused") {
      throw new FieldErrors([{ path: ["lead", "email"], message: "A lead with this email already exists." }])
    }
    const lead_id = known && switches["duplicate-lead"] === "reused" ? known.lead.id : randomUUID()
    const { trial_interval_unit: unit, trial_period: period } = request
    const trial = terms.billing_type === "TRIAL_RECURRING" && unit && period ? { unit, period } : null
    const session: Session = {
      ...terms,
      token: newSessionToken(),
      status: "PENDING",
      campaign_id: request.campaign_id ?? null,
      billing_frequency: request.billing_frequency ?? null,
      trial,
      customer_ip: request.customer_ip ?? null,
      lead: leadOf(request.lead, lead_id),
      hosted_page: Boolean(request.campaign_id ?? request.hosted_page_id),
      attempts: [],
      refused_attempts: 0,
      was_throttled: false,
      max_attempts: request.max_payment_attempts ?? this.options.maxPaymentAttempts,
      created_at: this.options.clock(),
    }
    this.byToken.set(session.token, session)
    this.ofLead.set(email, [...earlier, session])
    return session
  }

  /** @throws ApiError 409 when leads are known by IBAN and another active session has an attempt of this one */
  expectIbanFree(session: Session, iban: string): void {
    if (this.options.switches["lead-key"] === "email") {
      return
    }
    const fingerprint = fingerprintOf(iban)
    const others = this.all().filter((other) => other !== session && this.isActive(other))
    if (others.some(({ attempts }) => attempts.some(({ account }) => account.fingerprint === fingerprint))) {
      throw leadHasActiveSession()
    }
  }

  private isActive({ status }: Session): boolean {
    return ACTIVE[this.options.switches["active-statuses"]].includes(status)
  }

  private terms(request: CreateRequest): Terms {
    const { campaign_id, gateway_id } = request
    if (campaign_id && !includesId(this.options.campaignIds, campaign_id)) {
      throw fieldError("campaign_id", "Invalid campaign_id.")
    }
    if (gateway_id && !includesId(this.options.gatewayIds, gateway_id)) {
      throw fieldError("gateway_id", "Invalid gateway_id.")
    }
    return campaign_id ? this.campaignTerms(request) : directTerms(request)
  }

  private campaignTerms({ gateway_id, amount, currency, billing_type }: CreateRequest): Terms {
    const gateway = gateway_id ?? this.options.gatewayIds[0]
    if (!gateway) {
      throw fieldError("campaign_id", "The campaign has no active gateway.")
    }
    return {
      gateway_id: gateway,
      amount: amount ?? DEFAULT_OFFER.amount,
      currency: currency ?? DEFAULT_OFFER.currency,
      billing_type: billing_type ?? "ONE_OFF",
    }
  }
}

function leadOf(lead: CreateRequest["lead"], id: string): LeadRecord {
  return {
    id,
    first_name: lead.first_name,
    last_name: lead.last_name,
    email: lead.email,
    country: lead.country,
    address: lead.address ?? null,
    city: lead.city ?? null,
    postal_code: lead.postal_code ?? null,
    phone: lead.phone ?? null,
  }
}

function directTerms({ gateway_id, amount, currency, billing_type }: CreateRequest): Terms {
  if (gateway_id && amount && currency && billing_type) {
    return { gateway_id, amount, currency, billing_type }
  }
  // The documentation shows this very answer, so no switch shapes it.
  const missing = Object.entries({ gateway_id, amount, currency, billing_type }).filter(([, value]) => !value)
  throw new ApiError(
    400,
    Object.fromEntries(missing.map(([field]) => [field, `${field} is required when campaign_id is not provided.`])),
  )
}

function includesId(ids: string[], id: string): boolean {
  return ids.some((known) => known.toLowerCase() === id.toLowerCase())
}

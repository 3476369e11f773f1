import type { DebitPatch, DebitRecord, MandateRecord } from "../debits/debit-record"
import { isInFlight, isUnsubmitted } from "../debit-state"
import { ERASED_EMAIL, isForgotten } from "./pseudonym"

/** What the ledger no longer holds in the clear of a debit's person. */
export type ErasedData =
  | "email"
  | "customer_id"
  | "bank_details"
  | "iban_check"
  | "sealed_iban"
  | "messages_of_banks"
  | "mandates_that_collected_nothing"
  | "mandates"
  | "session_token"
  | "payloads_of_webhooks"

/** What is kept, restricted to what it is kept for. */
export type KeptData =
  | "mandate_evidence"
  | "amounts_and_references"
  | "reason_codes"
  | "customer_id"
  | "pseudonym_of_email"
  | "last_four_digits"
  | "sealed_iban"
  | "session_token"

/** Why it is kept. */
export type ReasonToKeep =
  /** The debtor may dispute the mandate, and the creditor has to prove it. */
  | "evidence"
  /** CatalystPay has not said yet what became of the debit. */
  | "under_way"
  /** CatalystPay still has an open session that could not be cancelled; the cleaning job tries again. */
  | "session_not_cancelled"

export interface Kept {
  why: ReasonToKeep
  what: KeptData[]
  /** When it is erased; null while that cannot be told: when what `why` speaks of is over. */
  until: Date | null
}

/** What forgetting does to a debit. */
export interface ForgetPlan {
  erased: ErasedData[]
  kept: Kept | null
  patch: DebitPatch
  /** Ids of mandates that are deleted. */
  mandates: string[]
}

/** What the decision rests on. */
export interface Forgettable {
  debit: DebitRecord
  mandates: Pick<MandateRecord, "id" | "attempt">[]
  /** When money of it last went back, or was asked back. */
  last_back_at: Date | null
  /** What stands for the debit's e-mail while evidence is kept. */
  pseudonym: string
  /** The option `retention.evidenceMonths`. */
  evidenceMonths: number
  now: Date
}

/** Nobody reads these for the debit's sake once it is forgotten. */
const WITHOUT_BANK: DebitPatch = { iban_check: null, iban_country: null, bank_name: null, bic: null, error_gateway_message: null }
const WITHOUT_SEAL: DebitPatch = { sealed_iban: null, sealed_at: null }

/**
 * Pure: what is erased of a debit whose person is to be forgotten, and what is kept until when. A debit that collected
 * nothing keeps nothing; one that did keeps its evidence for the period, and is erased by the cleaning job after it.
 */
export function planForgetting(found: Forgettable): ForgetPlan {
  const { debit, mandates, now } = found
  const kept = keptOf(found)
  if (!kept || (kept.until !== null && kept.until <= now)) {
    return {
      erased: ERASED_AT_LAST,
      kept: null,
      patch: {
        ...WITHOUT_BANK,
        ...WITHOUT_SEAL,
        email: ERASED_EMAIL,
        customer_id: null,
        iban_last4: null,
        // What CatalystPay answers under it names the person.
        session_token: `erased:${debit.id}`,
        payment_url: null,
        verification_url: null,
        verification_id: null,
        forgotten_at: debit.forgotten_at ?? now,
        erased_at: debit.erased_at ?? now,
      },
      mandates: mandates.map(({ id }) => id),
    }
  }
  const isOpen = kept.why === "session_not_cancelled"
  const unproving = mandates.filter(({ attempt }) => isOpen || attempt !== debit.attempt)
  return {
    erased: [...ERASED_AT_ONCE, ...(kept.what.includes("sealed_iban") ? [] : ["sealed_iban" as const])],
    kept,
    patch: {
      ...WITHOUT_BANK,
      ...(kept.what.includes("sealed_iban") ? {} : WITHOUT_SEAL),
      email: isForgotten(debit.email) ? debit.email : found.pseudonym,
      ...(debit.status === "awaiting_verification" ? {} : { verification_id: null }),
      forgotten_at: debit.forgotten_at ?? now,
    },
    mandates: unproving.map(({ id }) => id),
  }
}

const ERASED_AT_ONCE: ErasedData[] = [
  "email",
  "bank_details",
  "iban_check",
  "messages_of_banks",
  "mandates_that_collected_nothing",
  "payloads_of_webhooks",
]
const ERASED_AT_LAST: ErasedData[] = [
  "email",
  "customer_id",
  "bank_details",
  "iban_check",
  "sealed_iban",
  "messages_of_banks",
  "mandates",
  "session_token",
  "payloads_of_webhooks",
]

function keptOf({ debit, last_back_at, evidenceMonths }: Forgettable): Kept | null {
  /** By these a webhook, a refund or a second request finds the debit. */
  const recognisedBy: KeptData[] = [...(debit.customer_id === null ? [] : ["customer_id" as const]), "pseudonym_of_email", "session_token"]
  const evidence: KeptData[] = ["mandate_evidence", "amounts_and_references", "reason_codes", "last_four_digits", ...recognisedBy]
  if (isInFlight(debit.status)) {
    // What waits for its turn cannot be submitted without it, nor what CatalystPay lost be repeated.
    const seal: KeptData[] = debit.sealed_iban !== null && debit.status !== "awaiting_verification" ? ["sealed_iban"] : []
    return { why: "under_way", what: [...evidence, ...seal], until: null }
  }
  if (isUnsubmitted(debit.status)) {
    return { why: "session_not_cancelled", what: ["amounts_and_references", ...recognisedBy], until: null }
  }
  return debit.status === "approved" || debit.approved_at !== null
    ? { why: "evidence", what: evidence, until: addMonths(lastOfMoney(debit, last_back_at), evidenceMonths) }
    : null
}

/** The last thing that happened to the debit's money: from then on its debtor may dispute it for the longest. */
function lastOfMoney(debit: DebitRecord, lastBackAt: Date | null): Date {
  const { created_at, submitted_at, approved_at, captured_at, settled_at, returned_at } = debit
  const moments = [created_at, submitted_at, approved_at, captured_at, settled_at, returned_at, lastBackAt]
  return new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)))
}

/** The same day so many months later, or the last day of that month where it has no such day. */
export function addMonths(moment: Date, months: number): Date {
  const later = new Date(moment)
  later.setUTCMonth(later.getUTCMonth() + months)
  return later.getUTCDate() === moment.getUTCDate() ? later : new Date(later.setUTCDate(0))
}

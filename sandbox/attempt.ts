import { createHmac, randomBytes, randomUUID } from "node:crypto"
import { bankOf } from "./banks"
import { isValidIban, maskIban } from "./iban"
import { newGenesisReference, newMerchantTransactionId, newOrderNumber, newVendoReference } from "./ids"
import type { Attempt, Decision, ErrorDetails } from "./model"
import { testIbanOf } from "./test-ibans"

/** Known to this process only, so that a fingerprint leads to no IBAN. */
const FINGERPRINT_KEY = randomBytes(32)

const MALFORMED: ErrorDetails = {
  code: "invalid_iban",
  message: "Invalid IBAN",
  gateway_code: "AC01",
  gateway_message: "Invalid IBAN",
}

/** What the gateway makes of an IBAN. A malformed one gets here with `malformed-iban=declined` only. */
export function decide(iban: string): Decision {
  if (!isValidIban(iban)) {
    return { outcome: "declined", error: MALFORMED }
  }
  const test = testIbanOf(iban)
  if (!test) {
    return { outcome: "approved", error: null }
  }
  const { outcome, code, message, gateway_code } = test
  const error =
    code === null || message === null
      ? null
      : { code, message, gateway_code, gateway_message: gateway_code === null ? null : message }
  return { outcome, error }
}

export type NewAttempt = {
  iban: string
  holder: string
  reference: string | null
  created_at: Date
  hosted: boolean
  /** The order of an earlier attempt that this one revives. */
  order: Pick<Attempt, "order_id" | "order_number"> | null
}

export function newAttempt({ iban, holder, reference, created_at, hosted, order }: NewAttempt): Attempt {
  const vendo = decide(iban).outcome === "awaiting_verification"
  return {
    id: randomUUID(),
    merchant_transaction_id: newMerchantTransactionId(created_at),
    gateway_reference: vendo ? newVendoReference() : newGenesisReference(),
    reference,
    outcome: "pending",
    error: null,
    order_id: order?.order_id ?? randomUUID(),
    order_number: order?.order_number ?? newOrderNumber(),
    subscription_id: randomUUID(),
    adapter: vendo ? "Vendo Services" : "Emerchantpay Genesis",
    account: {
      iban_masked: maskIban(iban),
      iban_last4: iban.slice(-4),
      iban_country: iban.slice(0, 2),
      ...bankOf(iban),
      holder_name: holder,
      fingerprint: fingerprintOf(iban),
    },
    created_at,
    processed_at: null,
    retry_allowed: null,
    undecided: null,
    hosted,
    verification: null,
  }
}

/** The same for the same normalised IBAN, as long as this process lives. */
export function fingerprintOf(iban: string): string {
  return createHmac("sha256", FINGERPRINT_KEY).update(iban).digest("hex")
}

import { checkIban, GatewayError, type IbanCheckResult } from "../../../gateway"
import { isHosted } from "../debits/collect-mode"
import type { DebitRecord, IbanCheck } from "../debits/debit-record"
import { isInFlight } from "../debit-state"
import { CatalystPayError } from "../errors"
import { collectedByGateway } from "../hosted/refusal"
import { accountSettings, type LedgerContext } from "../ledger-context"
import { MANDATE_TEXT_VERSION, mandateText, textsFor } from "../texts"
import { ibanFingerprint, sealIban } from "../vault"

/** The longest name a SEPA message carries (EPC: 70 characters). */
const HOLDER_NAME_LENGTH = 70
/** The shopper is typing: without an answer by then the local checks stand alone. */
const BANK_PATIENCE_MS = 8_000

export interface BankAccountInput {
  iban: string
  iban_holder_name: string
  mandate: { accepted: boolean; locale?: string | null; text_version?: string | null }
  ip_address: string | null
  user_agent: string | null
}

/** What is known of an IBAN; an invalid one is an answer, not an error. */
export interface IbanAnswer {
  valid: boolean
  country: string | null
  bank_name: string | null
  bic: string | null
  error: { code: "invalid_iban" | "iban_not_sepa"; message: string } | null
}

/**
 * Checks an IBAN here and at CatalystPay, which is asked once per debit and IBAN. CatalystPay not answering does not
 * stop a sale: the local checks then stand alone.
 * @throws CatalystPayError `collected_by_gateway`
 */
export async function validateIban(
  context: LedgerContext,
  account: string,
  debit: DebitRecord | null,
  input: string,
): Promise<IbanAnswer> {
  if (isHosted(debit ?? accountSettings(context.settings, account))) {
    throw collectedByGateway(null)
  }
  const checked = checkIban(input)
  if (!checked.ok) {
    return { valid: false, country: null, bank_name: null, bic: null, error: { code: checked.code, message: checked.message } }
  }
  const answer = await askOnce(context, account, debit, checked.iban)
  return {
    valid: answer?.valid ?? true,
    country: checked.country,
    bank_name: answer?.bank_name ?? null,
    bic: answer?.bic ?? null,
    error: answer && !answer.valid ? { code: "invalid_iban", message: "The bank registry does not accept this IBAN." } : null,
  }
}

type BankAnswer = Omit<IbanCheck, "fingerprint">

async function askOnce(
  context: LedgerContext,
  account: string,
  debit: DebitRecord | null,
  iban: string,
): Promise<BankAnswer | null> {
  const fingerprint = debit ? ibanFingerprint(iban, debit.id, context.settings.encryptionKey) : null
  if (debit?.iban_check && debit.iban_check.fingerprint === fingerprint) {
    return debit.iban_check
  }
  try {
    const { valid, bank_name, bic } = await context.gateway(account).validateIban(iban, { deadline_ms: BANK_PATIENCE_MS })
    if (debit && fingerprint) {
      await context.store.note(debit.id, { iban_check: { fingerprint, valid, bank_name, bic } }, null)
    }
    return { valid, bank_name, bic }
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    context.logger.warn(`CatalystPay did not validate an IBAN; the local checks stand alone. ${error.message}`)
    return null
  }
}

/**
 * Takes the shopper's bank account and mandate for the next attempt. The IBAN is sealed before it is written.
 * @throws CatalystPayError `collected_by_gateway`, `invalid_iban`, `iban_not_sepa`, `invalid_holder_name`,
 * `mandate_not_accepted`, `mandate_text_outdated`, `payment_in_progress`, `session_not_payable`
 */
export async function attachBankAccount(
  context: LedgerContext,
  debit: DebitRecord,
  input: BankAccountInput,
): Promise<DebitRecord> {
  const locale = input.mandate.locale
  if (isHosted(debit)) {
    throw collectedByGateway(locale)
  }
  assertTakesBankAccount(debit, locale)
  assertMandateAccepted(input.mandate)
  const holder_name = checkHolderName(input.iban_holder_name)
  const iban = assertIban(checkIban(input.iban))
  const answer = await validateIban(context, debit.account, debit, iban.iban)
  if (answer.error) {
    throw new CatalystPayError("invalid_iban", { developer: answer.error.message })
  }

  const { creditor } = accountSettings(context.settings, debit.account)
  const attempt = debit.status === "ready" ? debit.attempt : debit.attempt + 1
  const { decision, debit: ready } = await context.store.apply(debit.id, {
    transition: "bank_account_attached",
    expect: { status: debit.status, attempt: debit.attempt },
    event: { source: "store" },
    patch: {
      attempt,
      reference: `${debit.payment_session_id}.${attempt}`,
      sealed_iban: sealIban(iban.iban, debit.id, context.settings.encryptionKey),
      sealed_at: context.now(),
      iban_last4: iban.last4,
      iban_country: iban.country,
      bank_name: answer.bank_name,
      bic: answer.bic,
      // Those of an attempt that was declined: news of the next one would be taken for news of a stranger's transaction.
      transaction_id: null,
      merchant_transaction_id: null,
      gateway_reference: null,
      order_number: null,
      repeated_at: null,
      next_check_at: null,
      checks: 0,
      verification_url: null,
      verification_id: null,
      verification_returned_at: null,
      verification_started_at: null,
      error_code: null,
      error_gateway_code: null,
      error_gateway_message: null,
      retry_allowed: null,
    },
    mandate: {
      debit_id: debit.id,
      attempt,
      ...mandateText(creditor, locale),
      accepted_at: context.now(),
      ip_address: input.ip_address,
      user_agent: input.user_agent,
      holder_name,
      iban_last4: iban.last4,
      iban_country: iban.country,
      bic: answer.bic,
      creditor_name: creditor.name,
      creditor_identifier: creditor.identifier,
      reference: null,
      sequence_type: null,
    },
  })
  if (decision.kind !== "applied") {
    assertTakesBankAccount(ready, locale)
    throw new CatalystPayError("payment_in_progress", {
      developer: "Another request changed the bank account of this payment at the same moment; send it again.",
    })
  }
  return ready
}

function assertTakesBankAccount(debit: DebitRecord, locale: string | null | undefined): void {
  if (isInFlight(debit.status)) {
    throw new CatalystPayError("payment_in_progress", {
      developer: "The debit was submitted already; its bank account can no longer change.",
    })
  }
  const takesOne = debit.status === "opened" || debit.status === "ready" || debit.status === "declined"
  if (!takesOne) {
    throw new CatalystPayError("session_not_payable", {
      developer: `The debit is ${debit.status}; create the payment session again.`,
      shopper: textsFor(locale).session_not_payable,
    })
  }
}

function assertMandateAccepted(mandate: BankAccountInput["mandate"]): void {
  if (!mandate.accepted) {
    throw new CatalystPayError("mandate_not_accepted", { developer: "The SEPA mandate has to be accepted first." })
  }
  if (mandate.text_version && mandate.text_version !== MANDATE_TEXT_VERSION) {
    throw new CatalystPayError("mandate_text_outdated", {
      developer: `The mandate's wording is now version ${MANDATE_TEXT_VERSION}: show it again and let it be accepted.`,
    })
  }
}

function checkHolderName(input: string): string {
  const name = input.normalize("NFC").trim().replace(/\s+/g, " ")
  const length = [...name].length
  if (length < 1 || length > HOLDER_NAME_LENGTH || /\p{Cc}/u.test(name)) {
    throw new CatalystPayError("invalid_holder_name", {
      developer: `The account holder's name has 1 to ${HOLDER_NAME_LENGTH} printable characters.`,
    })
  }
  if (checkIban(name).ok) {
    throw new CatalystPayError("invalid_holder_name", { developer: "The account holder's name is an IBAN." })
  }
  return name
}

function assertIban(checked: IbanCheckResult): Extract<IbanCheckResult, { ok: true }> {
  if (!checked.ok) {
    throw new CatalystPayError(checked.code, { developer: checked.message })
  }
  return checked
}

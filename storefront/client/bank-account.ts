import type { Answer } from "./ask"
import { outcomeOfSession } from "./of-session"
import type { IbanOutcome, MandateOutcome, SepaOutcome } from "./outcome"
import type { PurchaseId } from "./purchase"
import { isRecord, readSession, textOf } from "./session"
import { troubleOf, unreadable } from "./trouble"

/** Pure: what `POST /store/catalystpay/iban` answered. */
export function readIban(answer: Answer): IbanOutcome {
  if (answer.type !== "answer") {
    return troubleOf(answer)
  }
  const { body } = answer
  if (!isRecord(body) || typeof body.valid !== "boolean") {
    return unreadable()
  }
  if (body.valid) {
    return { type: "valid", country: textOf(body.country), bank_name: textOf(body.bank_name), bic: textOf(body.bic) }
  }
  const code = isRecord(body.error) && body.error.code === "iban_not_sepa" ? "iban_not_sepa" : "invalid_iban"
  return { type: "invalid", code }
}

/** Pure: what `GET …/mandate` answered. */
export function readMandate(answer: Answer): MandateOutcome {
  if (answer.type !== "answer") {
    return troubleOf(answer)
  }
  const mandate = isRecord(answer.body) ? answer.body.mandate : null
  const creditor = isRecord(mandate) ? mandate.creditor : null
  if (!isRecord(mandate) || !isRecord(creditor)) {
    return unreadable()
  }
  const text = textOf(mandate.text)
  const locale = textOf(mandate.locale)
  const text_version = textOf(mandate.text_version)
  if (text === null || locale === null || text_version === null) {
    return unreadable()
  }
  const { name, identifier, address } = creditor
  return {
    type: "mandate",
    mandate: {
      text,
      locale,
      text_version,
      creditor: { name: textOf(name) ?? "", identifier: textOf(identifier) ?? "", address: textOf(address) },
      reference: textOf(mandate.reference),
    },
  }
}

/** Pure: what a route that answers `{ payment_session }` made of a payment. Such a step debits nothing by itself. */
export function outcomeOfStep(answer: Answer, purchase: PurchaseId | null = null): SepaOutcome {
  if (answer.type !== "answer") {
    return troubleOf(answer)
  }
  const session = isRecord(answer.body) ? readSession(answer.body.payment_session) : null
  if (!session) {
    return unreadable()
  }
  const order = purchase && "order_id" in purchase ? { id: purchase.order_id, display_id: null } : null
  return outcomeOfSession(session, order)
}

import { html } from "hono/html"
import { CREDITOR } from "./envelope"
import { attemptsRemaining } from "./model"
import type { Session } from "./model"
import { maskedAccount, page } from "./pages"
import type { Html } from "./pages"
import type { Switches } from "./switches"

export type FormErrors = { iban?: string; holder?: string; mandate?: string }

/** What was sent and has to be corrected; the IBAN is not among it, as no page shows one again. */
export type Rejected = { errors: FormErrors; holder: string }

/** Where the shopper gives bank account and mandate. Works without a script. */
export function hostedForm(session: Session, acceptance: Switches["acceptance-mode"], rejected?: Rejected): Html {
  const { errors, holder } = rejected ?? { errors: {}, holder: lastHolder(session) }
  const amount = `${session.amount} ${session.currency}`
  const wrong = Object.keys(errors).length > 0
  return page(
    `${wrong ? "Please check: " : ""}Pay ${amount} by direct debit`,
    html`${wrong ? "" : declineNotice(session)}
      <dl>
        <div><dt>Creditor</dt><dd>${CREDITOR.name}</dd></div>
        <div><dt>Creditor identifier</dt><dd>${CREDITOR.identifier}</dd></div>
        <div><dt>Amount</dt><dd>${amount}</dd></div>
        <div><dt>Payment</dt><dd>${frequency(session)}</dd></div>
      </dl>
      <form method="post" novalidate>
        <label for="iban">IBAN</label>
        <input id="iban" name="iban" required maxlength="42" autocomplete="off" autocapitalize="characters"
          spellcheck="false" ${described("iban", errors.iban, "iban-hint")} />
        <p class="hint" id="iban-hint">That of a German account begins with DE and has 22 characters.</p>
        ${complaint("iban", errors.iban)}
        <label for="holder">Account holder</label>
        <input id="holder" name="holder" required autocomplete="name" value="${holder}"
          ${described("holder", errors.holder)} />
        ${complaint("holder", errors.holder)}
        <h2>SEPA direct debit mandate</h2>
        <p class="terms">
          By ${acceptance === "signature" ? "signing" : "accepting"} this mandate, you authorise (A) ${CREDITOR.name} to
          send instructions to your bank to debit your account and (B) your bank to debit your account in accordance
          with the instructions from ${CREDITOR.name}. As part of your rights, you are entitled to a refund from your
          bank under the terms and conditions of your agreement with your bank. A refund must be claimed within 8 weeks
          starting from the date on which your account was debited.
        </p>
        <label class="tick">
          <input type="checkbox" name="mandate" value="accepted" required ${described("mandate", errors.mandate)} />
          <span>${acceptance === "signature" ? "I sign this mandate with my name above" : "I accept this mandate"}</span>
        </label>
        ${complaint("mandate", errors.mandate)}
        <div class="buttons"><button class="primary">Pay ${amount}</button></div>
      </form>`,
  )
}

/** Attributes that tie a field to its hint and to what is wrong with it. */
function described(field: keyof FormErrors, error: string | undefined, hint?: string): Html {
  const ids = [...(hint === undefined ? [] : [hint]), ...(error === undefined ? [] : [`${field}-error`])].join(" ")
  const description = ids === "" ? "" : html`aria-describedby="${ids}"`
  return html`${description} ${error === undefined ? "" : html`aria-invalid="true"`}`
}

function complaint(field: keyof FormErrors, error: string | undefined): Html | "" {
  return error === undefined ? "" : html`<p class="error" id="${field}-error" role="alert">${error}</p>`
}

function declineNotice(session: Session): Html | "" {
  const last = session.attempts.at(-1)
  if (last?.outcome !== "declined") {
    return ""
  }
  const left = attemptsRemaining(session)
  return html`<div class="alert" role="alert">
    <p><strong>${last.error?.message ?? "The payment was declined"}</strong> (account ${maskedAccount(last)}).</p>
    <p>You can try another account: ${left === 1 ? "1 attempt is" : `${left} attempts are`} left.</p>
  </div>`
}

function lastHolder(session: Session): string {
  return session.attempts.at(-1)?.account.holder_name ?? `${session.lead.first_name} ${session.lead.last_name}`
}

function frequency({ billing_type, billing_frequency }: Session): string {
  if (billing_type === "ONE_OFF") {
    return "once"
  }
  return `recurring${billing_frequency === null ? "" : `, ${billing_frequency.toLowerCase()}`}`
}

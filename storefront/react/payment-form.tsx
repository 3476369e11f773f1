import { useEffect, useRef, useState, type FormEvent } from "react"
import { FIELDS, problemsOf, type FieldProblems } from "../checkout/entries"
import { fieldOf } from "../checkout/state"
import type { FormField } from "../client/outcome"
import { compactIban } from "../iban/grouping"
import { amountOf } from "../texts/format"
import { messageOf } from "../texts/message"
import type { SepaTexts } from "../texts/types"
import { described, FieldError, idsOf } from "./field"
import { IbanField } from "./iban-field"
import { MandateField } from "./mandate-field"
import { ActionButton } from "./panels"
import type { SepaDebit } from "./use-sepa-debit"

export interface PaymentFormProps {
  prefix: string
  debit: SepaDebit
  texts: SepaTexts
  holderName: string
  onPay: () => void
}

/** Bank account, mandate and the button that pays. */
export function PaymentForm({ prefix, debit, texts, holderName, onPay }: PaymentFormProps) {
  const { step, session, mandate, outcome } = debit
  const [problems, setProblems] = useState<FieldProblems>({})
  const [isLive, setLive] = useState(false)
  const iban = useRef<HTMLInputElement>(null)
  const holder = useRef<HTMLInputElement>(null)
  const accept = useRef<HTMLInputElement>(null)
  const inputs = { iban, holder_name: holder, mandate: accept }
  const busy = step !== null

  // Until the page's script runs, the browser would send the form by itself.
  useEffect(() => setLive(true), [])

  useEffect(() => {
    const field = outcome ? fieldOf(outcome) : null
    if (!outcome || busy) {
      return
    }
    if (outcome.type === "declined" && accept.current) {
      // Another attempt needs another mandate.
      accept.current.checked = false
    }
    if (field !== null) {
      show({ [field]: messageOf(outcome, texts) })
    }
  }, [outcome, busy])

  useEffect(() => {
    if (accept.current) {
      accept.current.checked = false
    }
  }, [mandate?.text_version])

  function show(found: FieldProblems): void {
    setProblems(found)
    const first = FIELDS.find((field) => found[field] !== undefined)
    if (first) {
      inputs[first].current?.focus()
    }
  }

  const say = (field: FormField, problem: string | null) =>
    setProblems(({ [field]: _before, ...others }) => (problem === null ? others : { ...others, [field]: problem }))

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (busy || !mandate) {
      return
    }
    const entries = {
      iban: iban.current?.value ?? "",
      holder_name: holder.current?.value ?? "",
      accepted: accept.current?.checked ?? false,
    }
    const found = problemsOf(entries, texts)
    show(found)
    if (Object.keys(found).length === 0) {
      onPay()
      void debit.pay({
        iban: compactIban(entries.iban),
        iban_holder_name: entries.holder_name.trim(),
        text_version: mandate.text_version,
      })
    }
  }

  const amount = session ? amountOf(session, texts.locale) : null
  const holderIds = idsOf(prefix, "holder")
  return (
    <form className="cpay-fields" method="post" noValidate aria-label={texts.labels.form} aria-busy={busy} onSubmit={submit}>
      <IbanField
        ids={idsOf(prefix, "iban")}
        inputRef={iban}
        texts={texts}
        error={problems.iban}
        readOnly={busy && step !== "starting"}
        validate={debit.validateIban}
        onProblem={(problem) => say("iban", problem)}
      />
      <div className="cpay-field">
        <label className="cpay-label" htmlFor={holderIds.input}>
          {texts.labels.holder_name}
        </label>
        <input
          ref={holder}
          className="cpay-input"
          type="text"
          autoComplete="name"
          spellCheck={false}
          required
          defaultValue={holderName}
          onInput={() => say("holder_name", null)}
          {...described(holderIds, problems.holder_name)}
        />
        <FieldError id={holderIds.error}>{problems.holder_name}</FieldError>
      </div>
      {mandate ? (
        <MandateField
          ids={idsOf(prefix, "mandate")}
          acceptRef={accept}
          texts={texts}
          mandate={mandate}
          error={problems.mandate}
          onAccept={() => say("mandate", null)}
        />
      ) : null}
      <div className="cpay-actions">
        {mandate || busy || !outcome ? (
          <button
            type="submit"
            className="cpay-button cpay-primary"
            disabled={!isLive}
            aria-disabled={busy || !mandate || undefined}
          >
            {amount === null ? texts.labels.pay : texts.labels.pay_amount(amount)}
          </button>
        ) : (
          <ActionButton primary label={texts.labels.try_again} busy={busy} onPress={() => void debit.restart()} />
        )}
      </div>
    </form>
  )
}

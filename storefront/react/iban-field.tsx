import { useRef, useState, type FormEvent, type RefObject } from "react"
import { ibanProblem } from "../checkout/entries"
import type { SepaDebit } from "./use-sepa-debit"
import { ibanCountry, isWholeIban, checkIban } from "../iban/check"
import { compactIban, regroup } from "../iban/grouping"
import { countryName } from "../texts/format"
import type { SepaTexts } from "../texts/types"
import { described, FieldError, type FieldIds } from "./field"

export interface IbanFieldProps {
  ids: FieldIds
  inputRef: RefObject<HTMLInputElement>
  texts: SepaTexts
  error: string | undefined
  readOnly: boolean
  validate: SepaDebit["validateIban"]
  /** A sentence beside the field, or null when there is nothing wrong any more. */
  onProblem: (problem: string | null) => void
}

/**
 * The IBAN lives in the input's value alone: not in React's state, which would write it into the page's markup, and
 * without a `name`, so that no browser sends it with a form that the page's script has not taken over yet.
 */
export function IbanField({ ids, inputRef, texts, error, readOnly, validate, onProblem }: IbanFieldProps) {
  const [country, setCountry] = useState<string | null>(null)
  const [bank, setBank] = useState<{ name: string | null } | null>(null)
  const asked = useRef("")

  async function askStore(typed: string): Promise<void> {
    const iban = compactIban(typed)
    if (asked.current === iban) {
      return
    }
    asked.current = iban
    const answer = await validate(iban)
    if (compactIban(inputRef.current?.value ?? "") !== iban) {
      return
    }
    if (answer.type === "valid") {
      setBank({ name: answer.bank_name })
    } else if (answer.type === "invalid") {
      onProblem(texts.errors[answer.code])
    } else {
      // Whoever could not be asked has said nothing about the IBAN; it is checked again when it is given.
      asked.current = ""
    }
  }

  function takeInput(event: FormEvent<HTMLInputElement>): void {
    const input = event.currentTarget
    const how = event.nativeEvent instanceof InputEvent ? event.nativeEvent : null
    if (how?.isComposing) {
      return
    }
    const typed = { text: input.value, caret: input.selectionStart ?? input.value.length }
    const grouped = regroup(typed, how?.inputType === "deleteContentForward")
    if (grouped.text !== typed.text || grouped.caret !== typed.caret) {
      input.value = grouped.text
      input.setSelectionRange(grouped.caret, grouped.caret)
    }
    setCountry(ibanCountry(grouped.text))
    setBank(null)
    onProblem(null)
    asked.current = ""
    if (isWholeIban(grouped.text) && checkIban(grouped.text).ok) {
      void askStore(grouped.text)
    }
  }

  /** Only now may it complain: somebody who still types is not wrong yet. */
  function check(): void {
    const typed = inputRef.current?.value ?? ""
    if (compactIban(typed) === "" || readOnly) {
      return
    }
    const problem = ibanProblem(typed, texts)
    if (problem !== null) {
      onProblem(problem)
    } else {
      void askStore(typed)
    }
  }

  const place = country === null ? null : countryName(country, texts.locale)
  const news = bank ? `${texts.iban_valid}: ${[bank.name, place].filter(Boolean).join(" · ")}` : place
  return (
    <div className="cpay-field">
      <label className="cpay-label" htmlFor={ids.input}>
        {texts.labels.iban}
      </label>
      <input
        ref={inputRef}
        className="cpay-input cpay-iban"
        type="text"
        inputMode="text"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        required
        readOnly={readOnly}
        onInput={takeInput}
        onBlur={check}
        {...described(ids, error, ids.news, ids.hint)}
      />
      <FieldError id={ids.error}>{error}</FieldError>
      <p id={ids.news} className="cpay-news" data-valid={bank ? true : undefined} role="status">
        {error ? null : news}
      </p>
      <p id={ids.hint} className="cpay-hint">
        {texts.labels.iban_hint}
      </p>
    </div>
  )
}

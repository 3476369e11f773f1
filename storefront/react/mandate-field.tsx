import type { RefObject } from "react"
import type { SepaMandate } from "../client/outcome"
import type { SepaTexts } from "../texts/types"
import { described, FieldError, type FieldIds } from "./field"

export interface MandateFieldProps {
  ids: FieldIds
  acceptRef: RefObject<HTMLInputElement>
  texts: SepaTexts
  mandate: SepaMandate
  error: string | undefined
  onAccept: () => void
}

/** The server's wording, as it will be evidence, and its acceptance. */
export function MandateField({ ids, acceptRef, texts, mandate, error, onAccept }: MandateFieldProps) {
  const [title, ...paragraphs] = mandate.text.split(/\n\n+/)
  return (
    <div className="cpay-field cpay-mandate">
      <section className="cpay-mandate-text" aria-label={texts.labels.mandate} lang={mandate.locale}>
        <p className="cpay-mandate-title">{title}</p>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
      <label className="cpay-accept" htmlFor={ids.input}>
        <input
          ref={acceptRef}
          className="cpay-checkbox"
          type="checkbox"
          required
          onChange={onAccept}
          {...described(ids, error)}
        />
        <span>{texts.labels.accept_mandate}</span>
      </label>
      <FieldError id={ids.error}>{error}</FieldError>
    </div>
  )
}

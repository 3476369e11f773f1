import { useId, type ComponentProps } from "react"

type Input = Pick<ComponentProps<"input">, "name" | "type" | "autoComplete" | "defaultValue" | "inputMode">

/** An input with its label and what is wrong with it. */
export function Field({ label, error, onInput, ...input }: Input & { label: string; error?: string; onInput?: () => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        required
        onInput={onInput}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        {...input}
      />
      <p id={`${id}-error`} className="field-error" aria-live="polite">
        {error}
      </p>
    </div>
  )
}

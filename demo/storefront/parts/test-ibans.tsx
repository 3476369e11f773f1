import { groupIban } from "medusa-payment-catalystpay/storefront"
import { useRef } from "react"
import { useShop } from "../shop/use-shop"
import { useTexts } from "../texts/language"

/** Of the demo alone: accounts with a known outcome. A press types one into the form below. */
export function TestIbans() {
  const { payment } = useTexts()
  const { config } = useShop()
  const details = useRef<HTMLDetailsElement>(null)

  function choose(iban: string): void {
    details.current?.removeAttribute("open")
    type(groupIban(iban))
  }

  return (
    <details ref={details} className="tests">
      <summary>{payment.tests}</summary>
      <p className="hint">{payment.tests_lead}</p>
      <ul>
        {config.test_ibans.map(({ iban, outcome, note }) => (
          <li key={iban}>
            <button type="button" className="test-iban" onClick={() => choose(iban)}>
              {groupIban(iban)}
            </button>
            <span className="outcome" data-outcome={outcome}>
              {payment.outcomes[outcome] ?? outcome}
            </span>
            <span className="hint" lang="en">
              {note}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** As if the shopper had typed it: the form keeps the IBAN in the field alone. */
function type(iban: string): void {
  const field = document.querySelector<HTMLInputElement>(".cpay-iban")
  if (field && !field.readOnly) {
    field.value = iban
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }))
    field.focus()
  }
}

import { Link } from "../routing/router"
import { PATHS } from "../routing/route"
import { useTexts } from "../texts/language"

const STEPS = ["cart", "address", "payment"] as const

/** Where the shopper is on the way to the order; back is always possible. */
export function CheckoutSteps({ current }: { current: (typeof STEPS)[number] }) {
  const { steps } = useTexts()
  const reached = STEPS.indexOf(current)
  return (
    <nav aria-label={steps.label}>
      <ol className="checkout-steps">
        {STEPS.map((step, index) => (
          <li key={step} data-state={index < reached ? "done" : index === reached ? "current" : "ahead"}>
            {index < reached ? (
              <Link to={PATHS[step]}>{steps[step]}</Link>
            ) : (
              <span aria-current={index === reached ? "step" : undefined}>{steps[step]}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

import { Link } from "../routing/router"
import { PATHS } from "../routing/route"
import { isSettled, type Progress } from "../shop/progress"
import { useTexts } from "../texts/language"
import type { ProgressStep } from "../texts/types"

const STEPS: readonly ProgressStep[] = ["placed", "approved", "confirmed"]

/** How many of the steps are behind the order. */
const REACHED: Record<Progress, number> = {
  waiting_for_bank: 1,
  placed: 1,
  approved: 2,
  confirmed: 3,
  failed: 1,
  refunded: 3,
  canceled: 1,
}

/** The payment's steps, as far as they are known; screen readers hear of each one that is reached. */
export function PaymentProgress({ progress, orderId }: { progress: Progress; orderId: string }) {
  const { order } = useTexts()
  const reached = REACHED[progress]
  const over = progress === "failed" || progress === "canceled"
  return (
    <div className="progress">
      <ol className="progress-steps" aria-live="polite">
        {STEPS.slice(0, over ? reached : undefined).map((step, index) => {
          const state = index < reached ? "reached" : index === reached ? "next" : "ahead"
          const said = state === "reached" ? order.progress[step].text : state === "next" ? order.waiting : ""
          return (
            <li key={step} data-state={state}>
              <strong>{order.progress[step].title}</strong>
              <span>{said}</span>
            </li>
          )
        })}
        {progress === "failed" || progress === "refunded" ? (
          <li data-state={progress}>
            <strong>{order[progress].title}</strong>
            <span>{order[progress].text}</span>
          </li>
        ) : null}
      </ol>
      {progress === "waiting_for_bank" ? <p className="notice">{order.waiting_for_bank}</p> : null}
      {progress === "canceled" ? <p className="notice">{order.canceled}</p> : null}
      {progress === "failed" ? (
        <Link to={PATHS.pay_order(orderId)} className="button primary">
          {order.pay_again}
        </Link>
      ) : null}
      {isSettled(progress) ? null : <p className="hint">{order.live}</p>}
    </div>
  )
}

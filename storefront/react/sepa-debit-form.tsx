import { useEffect, useId, useRef } from "react"
import { fieldOf, type View } from "../checkout/state"
import type { SepaClient } from "../client/client"
import type { SepaOutcome } from "../client/outcome"
import type { Purchase } from "../client/purchase"
import { messageOf } from "../texts/message"
import type { SepaTexts } from "../texts/types"
import { ActionButton, PaymentPagePanel, VerificationPanel } from "./panels"
import { PaymentForm } from "./payment-form"
import { useSepaDebit, type SepaDebit, type SepaDebitSettings } from "./use-sepa-debit"

export interface SepaDebitFormProps {
  /** From `createSepaClient`; keep one for the whole shop. */
  client: SepaClient
  /** The cart as the store API answers it. With another total it is another payment. */
  cart: Purchase
  /** A language: `import { de } from "medusa-payment-catalystpay/storefront"`, or `pickTexts`. The mandate comes in it. */
  texts: SepaTexts
  /** Prefills the account holder, as a rule with the name of the billing address. */
  holderName?: string
  /** See `useSepaDebit`. */
  verificationId?: string | null
  /** See `useSepaDebit`. */
  collect?: SepaDebitSettings["collect"]
  /** The order is placed: show it. `placed_pending` is an order, too, whose bank has not answered yet. */
  onPlaced: (outcome: Extract<SepaOutcome, { type: "placed" | "placed_pending" }>) => void
  /** Takes the shopper to the bank's page to sign the mandate. Default: this tab goes there. */
  onLeave?: (url: string) => void
  /** Hears of every outcome once, also of those that the form tells the shopper by itself. */
  onOutcome?: (outcome: SepaOutcome) => void
  className?: string
}

/** SEPA direct debit, from the IBAN, or the way to CatalystPay's page, to the placed order. Unstyled; `storefront/style.css` dresses it. */
export function SepaDebitForm(props: SepaDebitFormProps) {
  const { client, cart, texts, holderName = "", verificationId, collect, onPlaced, onLeave = leave, onOutcome, className } = props
  const prefix = useId()
  const alert = useRef<HTMLDivElement>(null)
  const hasPaid = useRef(false)

  const debit = useSepaDebit({
    client,
    purchase: cart,
    locale: texts.locale,
    verificationId,
    collect,
    onOutcome(outcome) {
      onOutcome?.(outcome)
      if (outcome.type === "placed" || outcome.type === "placed_pending") {
        onPlaced(outcome)
      } else if (outcome.type === "needs_verification" && hasPaid.current) {
        hasPaid.current = false
        onLeave(outcome.url)
      }
    },
  })
  const { view, step, outcome } = debit
  const message = outcome && fieldOf(outcome) === null ? messageOf(outcome, texts) : ""

  useEffect(() => {
    if (message !== "") {
      alert.current?.focus()
    }
  }, [message, view])

  return (
    <div className={className ? `cpay ${className}` : "cpay"} data-view={view} lang={texts.locale}>
      <div
        ref={alert}
        className="cpay-message"
        data-tone={outcome ? toneOf(outcome) : undefined}
        role="alert"
        tabIndex={message === "" ? undefined : -1}
      >
        {message}
      </div>
      <p className="cpay-step" role="status">
        {step === null ? null : texts.steps[step]}
      </p>
      {view === "form" ? (
        <PaymentForm
          prefix={prefix}
          debit={debit}
          texts={texts}
          holderName={holderName}
          onPay={() => {
            hasPaid.current = true
          }}
        />
      ) : (
        <Panel view={view} debit={debit} texts={texts} />
      )}
    </div>
  )
}

function Panel({ view, debit, texts }: { view: Exclude<View, "form">; debit: SepaDebit; texts: SepaTexts }) {
  const busy = debit.step !== null
  const check = () => void debit.check()
  switch (view) {
    case "payment_page":
      return <PaymentPagePanel texts={texts} busy={busy} debit={debit} />
    case "verification":
      return (
        <VerificationPanel
          texts={texts}
          busy={busy}
          url={debit.session?.data.verification_url ?? ""}
          onSigned={() => void debit.signed()}
          onGiveUp={() => void debit.giveUp()}
        />
      )
    case "waiting":
    case "approved":
      return (
        <div className="cpay-actions">
          <ActionButton
            primary={view === "approved"}
            label={view === "approved" ? texts.labels.complete_order : texts.labels.check_again}
            busy={busy}
            onPress={check}
          />
        </div>
      )
    case "done":
      return null
  }
}

function leave(url: string): void {
  window.location.assign(url)
}

/** For the stylesheet: what is no bad news must not look like it. */
function toneOf({ type }: SepaOutcome): "good" | "calm" | "bad" {
  switch (type) {
    case "placed":
    case "placed_pending":
    case "approved":
      return "good"
    case "needs_payment_page":
    case "needs_verification":
    case "unknown":
    case "in_progress":
    case "needs_bank_account":
    case "ready":
      return "calm"
    case "declined":
    case "failed":
    case "ended":
    case "throttled":
    case "unavailable":
    case "unreachable":
    case "refused":
      return "bad"
  }
}

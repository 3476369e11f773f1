import { amountOf } from "../texts/format"
import type { SepaTexts } from "../texts/types"
import type { SepaDebit } from "./use-sepa-debit"

export interface PanelProps {
  texts: SepaTexts
  busy: boolean
}

/** The shopper has to sign on the bank's page, has done so without coming back from there, or does not want to. */
export function VerificationPanel({
  texts,
  busy,
  url,
  onSigned,
  onGiveUp,
}: PanelProps & { url: string; onSigned: () => void; onGiveUp: () => void }) {
  return (
    <div className="cpay-actions">
      <a className="cpay-button cpay-primary" href={url} rel="noreferrer">
        {texts.labels.to_bank}
      </a>
      <ActionButton label={texts.labels.signed} busy={busy} onPress={onSigned} />
      <ActionButton label={texts.labels.give_up} busy={busy} onPress={onGiveUp} />
    </div>
  )
}

/** Bank account and mandate are given on CatalystPay's page; a payment that has ended there is started again. */
export function PaymentPagePanel({ texts, busy, debit }: PanelProps & { debit: SepaDebit }) {
  const { session, outcome } = debit
  const url = session?.data.payment_url
  const amount = session ? amountOf(session, texts.locale) : null
  const isOver = !busy && outcome !== null
  return (
    <div className="cpay-fields">
      <p className="cpay-hint">{texts.payment_page.needed}</p>
      <div className="cpay-actions">
        {url ? (
          <a className="cpay-button cpay-primary" href={url} rel="noreferrer">
            {amount === null ? texts.labels.pay : texts.labels.pay_amount(amount)}
          </a>
        ) : null}
        {url ? <ActionButton label={texts.labels.check_again} busy={busy} onPress={() => void debit.check()} /> : null}
        {!url && isOver ? (
          <ActionButton primary label={texts.labels.try_again} busy={busy} onPress={() => void debit.restart()} />
        ) : null}
      </div>
    </div>
  )
}

/** It stays where it is while something is under way, so that the focus is not lost; a press is then no press. */
export function ActionButton({
  label,
  busy,
  primary = false,
  onPress,
}: {
  label: string
  busy: boolean
  primary?: boolean
  onPress: () => void
}) {
  return (
    <button
      type="button"
      className={primary ? "cpay-button cpay-primary" : "cpay-button"}
      aria-disabled={busy || undefined}
      onClick={() => {
        if (!busy) {
          onPress()
        }
      }}
    >
      {label}
    </button>
  )
}

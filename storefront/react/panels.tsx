import type { SepaTexts } from "../texts/types"

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

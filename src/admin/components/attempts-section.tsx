import { Text } from "@medusajs/ui"
import type { AttemptView } from "../../modules/catalystpay/debits/attempt-view"
import type { DebitView } from "../../modules/catalystpay/debits/debit-view"
import { mandatePage } from "../lib/pages"
import { useFormat } from "../lib/use-format"
import { useTexts } from "../lib/use-texts"
import { Section } from "./section"
import { StateBadge } from "./state-badge"
import { TextLink } from "./text-link"

/** Each try with its bank account; the evidence of the current one stands with the mandate. */
export const AttemptsSection = ({ debit: { id, attempts } }: { debit: DebitView }) => {
  const { t } = useTexts()
  return (
    <Section title={t("sections.attempts")}>
      <div className="flex flex-col gap-y-4">
        {attempts.map((attempt) => (
          <Attempt
            key={attempt.attempt}
            attempt={attempt}
            evidence={attempt.accepted_at && attempt.attempt < attempts.length ? mandatePage(id, attempt.attempt) : null}
          />
        ))}
      </div>
    </Section>
  )
}

const Attempt = ({ attempt, evidence }: { attempt: AttemptView; evidence: string | null }) => {
  const { t, word } = useTexts()
  const { dateTime } = useFormat()
  const { status, error_code } = attempt
  const at = attempt.status_at ?? attempt.accepted_at
  const bankAccount = [attempt.masked_iban, attempt.holder_name].filter(Boolean).join(" · ")
  return (
    <div className="text-ui-fg-subtle flex flex-col gap-y-1">
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" leading="compact" className="text-ui-fg-base">
          {t("attempt", { attempt: attempt.attempt })}
        </Text>
        <StateBadge state={status} />
      </div>
      <Text size="small" leading="compact">
        {bankAccount}
      </Text>
      {error_code && (
        <Text size="small" leading="compact">
          {word("declines", error_code)}
        </Text>
      )}
      {at && (
        <Text size="small" leading="compact">
          {dateTime(at)}
        </Text>
      )}
      {evidence && <TextLink to={evidence}>{t("printable_evidence")}</TextLink>}
    </div>
  )
}

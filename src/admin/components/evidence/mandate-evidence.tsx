import { Heading, Text } from "@medusajs/ui"
import type { AdminCatalystPayMandate } from "../../../modules/catalystpay/admin-types"
import { useEvidenceFacts } from "../../lib/use-evidence-facts"
import { useTexts } from "../../lib/use-texts"

/** The evidence of one acceptance, on the screen and on paper: who agreed to what, when and from where. */
export const MandateEvidence = ({ mandate }: { mandate: AdminCatalystPayMandate }) => {
  const { t } = useTexts()
  const facts = useEvidenceFacts(mandate)
  return (
    <article className="flex flex-col gap-y-6">
      <header className="flex flex-col gap-y-1">
        <Heading level="h1">{t("evidence.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("evidence.subtitle")}
        </Text>
      </header>
      <dl className="txt-small grid grid-cols-1 gap-x-4 gap-y-3 sm:gap-y-2 sm:grid-cols-[14rem_1fr] print:grid-cols-[14rem_1fr] print:gap-y-2">
        {facts.map(({ label, value }) => (
          <div key={label} className="flex flex-col sm:contents print:contents">
            <dt className="text-ui-fg-subtle">{label}</dt>
            <dd className="text-ui-fg-base break-words [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      <section className="flex flex-col gap-y-2">
        <Heading level="h2">{t("evidence.accepted_text")}</Heading>
        <p lang={mandate.locale} className="txt-small text-ui-fg-base whitespace-pre-wrap break-words">
          {mandate.text}
        </p>
      </section>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("evidence.masked")}
      </Text>
    </article>
  )
}

import { useState } from "react"
import type { DebitView } from "../../modules/catalystpay/debits/debit-view"
import { useTexts } from "../lib/use-texts"
import { Section } from "./section"
import { ShowMore } from "./show-more"
import { TimelineItem } from "./timeline-item"

const SHOWN_AT_FIRST = 4

/** Everything that happened to a debit, newest first. */
export const TimelineSection = ({ debit }: { debit: DebitView }) => {
  const { t } = useTexts()
  const [all, setAll] = useState(false)
  const events = [...debit.events].reverse()
  const shown = all ? events : events.slice(0, SHOWN_AT_FIRST)
  const hidden = events.length - SHOWN_AT_FIRST
  return (
    <Section title={t("sections.timeline")}>
      <div className="flex flex-col gap-y-0.5">
        {shown.map((event, index) => (
          <TimelineItem
            key={event.id}
            event={event}
            currencyCode={debit.currency_code}
            isLast={index === shown.length - 1}
          />
        ))}
      </div>
      {hidden > 0 && (
        <ShowMore open={all} onToggle={() => setAll(!all)}>
          {all ? t("show_less") : t("show_more", { count: hidden })}
        </ShowMore>
      )}
    </Section>
  )
}

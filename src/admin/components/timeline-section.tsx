import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { DebitView } from "../../modules/catalystpay/debit-view"
import { useTexts } from "../lib/use-texts"
import { Section } from "./section"
import { TimelineItem } from "./timeline-item"

const SHOWN_AT_FIRST = 4

/** A button that reads as a line of text, as in the dashboard's own lists. */
const LINK = "text-ui-fg-subtle h-auto w-fit px-0 hover:bg-transparent"

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
        <Button variant="transparent" size="small" className={LINK} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("show_less") : t("show_more", { count: hidden })}
        </Button>
      )}
    </Section>
  )
}

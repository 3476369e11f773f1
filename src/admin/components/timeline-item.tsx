import { clx, Text } from "@medusajs/ui"
import type { DebitEventView } from "../../modules/catalystpay/debits/event-view"
import { eventNote, eventTitle } from "../lib/event-words"
import { useFormat } from "../lib/use-format"
import { useTexts } from "../lib/use-texts"

interface TimelineItemProps {
  event: DebitEventView
  currencyCode: string
  /** The oldest one shown: no line leads on from it. */
  isLast: boolean
}

/** Drawn as the dashboard draws the order's own activity. */
export const TimelineItem = ({ event, currencyCode, isLast }: TimelineItemProps) => {
  const texts = useTexts()
  const format = useFormat()
  const note = eventNote(event, currencyCode, texts, format)
  return (
    <div className="grid grid-cols-[20px_1fr] items-start gap-2">
      <div className="flex size-full flex-col items-center gap-y-0.5">
        <div className="flex size-5 items-center justify-center">
          <div className="bg-ui-bg-base shadow-borders-base flex size-2.5 items-center justify-center rounded-full">
            <div className="bg-ui-tag-neutral-icon size-1.5 rounded-full" />
          </div>
        </div>
        {!isLast && <div className="bg-ui-border-base w-px flex-1" />}
      </div>
      <div className={clx("flex flex-col", { "pb-4": !isLast })}>
        <Text size="small" leading="compact" weight="plus" className="break-words">
          {eventTitle(event, texts)}
        </Text>
        {note && (
          <Text size="small" className="text-ui-fg-subtle break-words">
            {note}
          </Text>
        )}
        <Text size="small" className="text-ui-fg-subtle">
          {`${format.dateTime(event.at)} · ${texts.word("sources", event.source)}`}
        </Text>
      </div>
    </div>
  )
}

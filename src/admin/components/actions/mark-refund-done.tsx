import { Button, Input, Label, Prompt, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import type { RefundView } from "../../../modules/catalystpay/money/money-view"
import { useMarkRefundDone } from "../../lib/use-debit-actions"
import { useFormat } from "../../lib/use-format"
import { useTexts } from "../../lib/use-texts"

/** As long as the server takes it. */
const LONGEST_NOTE = 200

/** Says that a refund was paid out, after having been asked whether that is so. */
export const MarkRefundDone = ({ refund }: { refund: RefundView }) => {
  const { t } = useTexts()
  const { money } = useFormat()
  const [note, setNote] = useState("")
  const id = useId()
  const markDone = useMarkRefundDone(refund.id)
  const amount = money(refund.open_amount, refund.currency_code)
  return (
    <Prompt variant="confirmation">
      <Prompt.Trigger asChild>
        <Button variant="secondary" size="small" isLoading={markDone.isPending}>
          {t("actions.mark_done.label")}
        </Button>
      </Prompt.Trigger>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("actions.mark_done.title")}</Prompt.Title>
          <Prompt.Description>{t("actions.mark_done.description", { amount })}</Prompt.Description>
        </Prompt.Header>
        <div className="flex flex-col gap-y-2 px-6 pt-6">
          <Label htmlFor={id} size="small" weight="plus">
            {t("actions.mark_done.note")}
          </Label>
          <Input
            id={id}
            value={note}
            maxLength={LONGEST_NOTE}
            autoComplete="off"
            aria-describedby={`${id}-hint`}
            onChange={(event) => setNote(event.target.value)}
          />
          <Text id={`${id}-hint`} size="xsmall" className="text-ui-fg-subtle">
            {t("actions.mark_done.note_hint")}
          </Text>
        </div>
        <Prompt.Footer>
          <Prompt.Cancel>{t("actions.cancel")}</Prompt.Cancel>
          <Prompt.Action onClick={() => markDone.mutate(note.trim())}>{t("actions.mark_done.confirm")}</Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}

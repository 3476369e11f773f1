import { ArrowPath, ArrowUpRightOnBox, DocumentText, EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useState } from "react"
import type { DebitView } from "../../../modules/catalystpay/debits/debit-view"
import { canBeChecked, mayLeaveUnpaid } from "../../lib/debit-facts"
import { debitPage, mandatePage } from "../../lib/pages"
import { useCheckDebit } from "../../lib/use-debit-actions"
import { useFormat } from "../../lib/use-format"
import { useTexts } from "../../lib/use-texts"
import { ActionItem, ActionLink } from "./action-item"
import { PaymentLinkItem } from "./payment-link-item"

interface DebitActionsProps {
  debit: DebitView
  /** Left out on the debit's own page. */
  withPage?: boolean
}

/** What a merchant can do about a debit. */
export const DebitActions = ({ debit, withPage = true }: DebitActionsProps) => {
  const { t, direction } = useTexts()
  const { money } = useFormat()
  const [open, setOpen] = useState(false)
  const check = useCheckDebit()
  return (
    <DropdownMenu open={open} onOpenChange={setOpen} dir={direction}>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          isLoading={check.isPending}
          aria-label={t("actions.open", { amount: money(debit.amount, debit.currency_code) })}
        >
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {canBeChecked(debit) && (
          <ActionItem icon={<ArrowPath />} label={t("actions.check.label")} onSelect={() => check.mutate(debit.id)} />
        )}
        {mayLeaveUnpaid(debit.state) && <PaymentLinkItem debitId={debit.id} />}
        {debit.mandate && (
          <ActionLink icon={<DocumentText />} label={t("actions.print_mandate")} to={mandatePage(debit.id)} />
        )}
        {withPage && (
          <ActionLink icon={<ArrowUpRightOnBox />} label={t("actions.show_debit")} to={debitPage(debit.id)} />
        )}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

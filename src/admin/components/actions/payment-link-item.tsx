import { Link as LinkIcon } from "@medusajs/icons"
import { toast } from "@medusajs/ui"
import { TOAST_PLACE } from "../../lib/toast-place"
import { usePaymentLink } from "../../lib/use-debit-actions"
import { useTexts } from "../../lib/use-texts"
import { ActionItem } from "./action-item"

/** Copies the address where the customer pays the order again. */
export const PaymentLinkItem = ({ debitId }: { debitId: string }) => {
  const { t } = useTexts()
  const { data: url, isPending } = usePaymentLink(debitId)
  const copy = async (link: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link)
      toast.success(t("actions.payment_link.copied"))
    } catch {
      // Over plain HTTP, or where the reader forbids it, the browser lets nobody write to the clipboard.
      toast.info(t("actions.payment_link.not_copied"), {
        ...TOAST_PLACE,
        description: link,
        duration: Infinity,
        dismissable: true,
      })
    }
  }
  return (
    <ActionItem
      icon={<LinkIcon />}
      label={t("actions.payment_link.label")}
      disabled={isPending}
      onSelect={() => (url ? void copy(url) : toast.info(t("actions.payment_link.none")))}
    />
  )
}

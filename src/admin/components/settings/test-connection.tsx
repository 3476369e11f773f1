import { Button, toast } from "@medusajs/ui"
import { TOAST_PLACE } from "../../lib/toast-place"
import { useCheck } from "../../lib/use-health"
import { useTexts } from "../../lib/use-texts"

/** Asks CatalystPay whether it takes the key; nothing is opened or paid for it. */
export const TestConnection = ({ account }: { account: string }) => {
  const { t } = useTexts()
  const { mutate, isPending } = useCheck(account)
  const test = () =>
    mutate(undefined, {
      onSuccess: ({ check: { result, detail } }) => {
        const told = result === "accepted" ? toast.success : result === "rejected" ? toast.error : toast.warning
        told(t(`settings.tested.${result}`), { ...TOAST_PLACE, description: detail ?? undefined })
      },
      onError: () => void toast.error(t("settings.tested.failed")),
    })
  return (
    <Button variant="secondary" size="small" isLoading={isPending} onClick={test}>
      {t("settings.test_connection")}
    </Button>
  )
}

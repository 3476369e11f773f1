import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from "@tanstack/react-query"
import { toast } from "@medusajs/ui"
import type {
  AdminCatalystPayCheck,
  AdminCatalystPayPaymentLink,
  AdminCatalystPayRefundAnswer,
} from "../../modules/catalystpay/admin-types"
import { sdk } from "./sdk"
import { TOAST_PLACE } from "./toast-place"
import { useTexts } from "./use-texts"

/** Everything of ours, and the orders: what a debit turns out to be is booked on its order. */
const STALE_AFTERWARDS = [["catalystpay"], ["orders"]]

/** Asks CatalystPay what became of a debit, and says what came of it. */
export function useCheckDebit(): UseMutationResult<AdminCatalystPayCheck, Error, string> {
  const { t } = useTexts()
  const refresh = useRefresh()
  const onError = useFailureToast()
  return useMutation({
    mutationFn: (debitId) =>
      sdk.client.fetch<AdminCatalystPayCheck>(`/admin/catalystpay/debits/${debitId}/check`, { method: "POST", body: {} }),
    onSuccess: async ({ changed, debit }) => {
      if (changed) {
        toast.success(t("actions.check.changed", { state: t(`states.${debit.state}`) }))
      } else {
        toast.info(t("actions.check.unchanged"))
      }
      await refresh()
    },
    onError,
  })
}

/** Records that the merchant paid a refund out. */
export function useMarkRefundDone(refundId: string): UseMutationResult<AdminCatalystPayRefundAnswer, Error, string> {
  const { t } = useTexts()
  const refresh = useRefresh()
  const onError = useFailureToast()
  return useMutation({
    mutationFn: (note) =>
      sdk.client.fetch<AdminCatalystPayRefundAnswer>(`/admin/catalystpay/refunds/${refundId}/mark-done`, {
        method: "POST",
        body: note ? { note } : {},
      }),
    onSuccess: async () => {
      toast.success(t("actions.mark_done.done"))
      await refresh()
    },
    onError,
  })
}

/** The address where the customer pays the order again; null where there is none. */
export function usePaymentLink(debitId: string): UseQueryResult<string | null> {
  return useQuery({
    queryKey: ["catalystpay", "payment-link", debitId],
    queryFn: async ({ signal }) => {
      const path = `/admin/catalystpay/debits/${debitId}/payment-link`
      const { url } = await sdk.client.fetch<AdminCatalystPayPaymentLink>(path, { signal })
      return url
    },
  })
}

/** Asks for everything again that an action may have changed. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all(STALE_AFTERWARDS.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}

export function useFailureToast(): (error: Error) => void {
  const { t } = useTexts()
  return (error) => {
    toast.error(t("actions.failed"), { ...TOAST_PLACE, description: error.message })
  }
}

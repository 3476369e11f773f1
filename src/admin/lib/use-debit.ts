import { FetchError } from "@medusajs/js-sdk"
import { useQuery, type UseQueryResult } from "@tanstack/react-query"
import type { AdminCatalystPayDebit, AdminCatalystPayDebitAnswer } from "../../modules/catalystpay/admin-types"
import { isMoving } from "./order-payments"
import { sdk } from "./sdk"
import { WHILE_MOVING_MS } from "./use-order-debits"

const MOST_RETRIES = 3

/** One debit. While it is under way it is asked for again every few seconds. */
export function useDebit(debitId: string): UseQueryResult<AdminCatalystPayDebit> {
  return useQuery({
    queryKey: ["catalystpay", "debits", debitId],
    queryFn: async ({ signal }) => {
      const path = `/admin/catalystpay/debits/${encodeURIComponent(debitId)}`
      const { debit } = await sdk.client.fetch<AdminCatalystPayDebitAnswer>(path, { signal })
      return debit
    },
    retry: (failures, error) => !isNotFound(error) && failures < MOST_RETRIES,
    refetchInterval: ({ state }) => (state.data && isMoving(state.data, Date.now()) ? WHILE_MOVING_MS : false),
  })
}

/** There is no such debit: asking again does not help. */
export function isNotFound(error: unknown): boolean {
  return error instanceof FetchError && error.status === 404
}

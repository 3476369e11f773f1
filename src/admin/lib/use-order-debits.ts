import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query"
import type { AdminCatalystPayDebit, AdminCatalystPayDebits } from "../../modules/catalystpay/admin-types"
import { isMoving } from "./order-payments"
import { sdk } from "./sdk"

const MOST_DEBITS = 100
/** How often a debit that is under way is asked for again. */
export const WHILE_MOVING_MS = 5_000

/**
 * An order's debits, newest first. While one of them is under way it is asked for again every few seconds.
 * @param revision changes whenever the dashboard learned something of the order's payment, so that the debits follow.
 */
export function useOrderDebits(orderId: string, revision: string): UseQueryResult<AdminCatalystPayDebit[]> {
  return useQuery({
    queryKey: ["catalystpay", "debits", { order_id: orderId }, revision],
    queryFn: async ({ signal }) => {
      const query = { order_id: orderId, limit: MOST_DEBITS }
      const { debits } = await sdk.client.fetch<AdminCatalystPayDebits>("/admin/catalystpay/debits", { query, signal })
      return debits
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => {
      const moving = state.data?.some((debit) => isMoving(debit, Date.now())) ?? false
      return moving ? WHILE_MOVING_MS : false
    },
  })
}

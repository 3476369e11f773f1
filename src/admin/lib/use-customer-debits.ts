import { useQuery, type UseQueryResult } from "@tanstack/react-query"
import type { AdminCatalystPayDebits } from "../../modules/catalystpay/admin-types"
import { sdk } from "./sdk"

/** As many as one looks through on a customer's page; the list of debits has the others. */
const MOST_DEBITS = 50

/** A customer's debits, the newest first. */
export function useCustomerDebits(customerId: string): UseQueryResult<AdminCatalystPayDebits> {
  return useQuery({
    queryKey: ["catalystpay", "debits", { customer_id: customerId }],
    queryFn: ({ signal }) => {
      const query = { customer_id: customerId, limit: MOST_DEBITS }
      return sdk.client.fetch<AdminCatalystPayDebits>("/admin/catalystpay/debits", { query, signal })
    },
  })
}

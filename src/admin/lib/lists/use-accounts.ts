import { useQuery } from "@tanstack/react-query"
import type { AdminCatalystPayHealth } from "../../../modules/catalystpay/admin-types"
import { sdk } from "../sdk"

const WHILE_CONFIGURED_MS = 300_000

/** The names of the CatalystPay accounts that are set up; empty while they are not known. */
export function useAccounts(): string[] {
  const { data } = useQuery({
    queryKey: ["catalystpay", "health"],
    queryFn: ({ signal }) => sdk.client.fetch<AdminCatalystPayHealth>("/admin/catalystpay/health", { signal }),
    staleTime: WHILE_CONFIGURED_MS,
  })
  return data?.accounts.map(({ account }) => account) ?? []
}

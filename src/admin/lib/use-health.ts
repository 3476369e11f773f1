import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from "@tanstack/react-query"
import type { AdminCatalystPayHealth, AdminCatalystPayHealthCheck } from "../../modules/catalystpay/admin-types"
import { OPEN_PROBLEMS } from "./use-open-problems"
import { sdk } from "./sdk"

const EVERY_MS = 30_000

export const HEALTH = {
  queryKey: ["catalystpay", "health"],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    sdk.client.fetch<AdminCatalystPayHealth>("/admin/catalystpay/health", { signal }),
}

/** The connections to CatalystPay, looked at again while the page is open. */
export function useHealth(): UseQueryResult<AdminCatalystPayHealth> {
  return useQuery({ ...HEALTH, refetchInterval: EVERY_MS })
}

/** Asks CatalystPay whether it takes an account's key. What is learned of the key may hold for other accounts too. */
export function useCheck(account: string): UseMutationResult<AdminCatalystPayHealthCheck, Error, void> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      sdk.client.fetch<AdminCatalystPayHealthCheck>(`/admin/catalystpay/health/${encodeURIComponent(account)}/check`, { method: "POST" }),
    onSettled: async () => {
      await Promise.all([HEALTH.queryKey, OPEN_PROBLEMS].map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
  })
}

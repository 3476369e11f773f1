import { FetchError } from "@medusajs/js-sdk"
import { useQuery, type UseQueryResult } from "@tanstack/react-query"
import type { AdminCatalystPayMandate, AdminCatalystPayMandateAnswer } from "../../modules/catalystpay/admin-types"
import { sdk } from "./sdk"

/** Answers that stay what they are, however often one asks. */
const LASTING: ReadonlySet<number | undefined> = new Set([400, 404, 410])
const TRIES = 3

/** @param attempt in digits; null for the current one */
export function useMandate(debitId: string, attempt: string | null): UseQueryResult<AdminCatalystPayMandate> {
  return useQuery({
    queryKey: ["catalystpay", "mandate", debitId, attempt],
    queryFn: async ({ signal }) => {
      const query = attempt === null ? {} : { attempt }
      const path = `/admin/catalystpay/debits/${debitId}/mandate`
      const { mandate } = await sdk.client.fetch<AdminCatalystPayMandateAnswer>(path, { query, signal })
      return mandate
    },
    retry: (failures, error) => failures < TRIES && whyNoMandate(error) === "failed",
  })
}

export type NoMandate = "none" | "forgotten" | "failed"

/** Why there is no mandate to show. */
export function whyNoMandate(error: Error): NoMandate {
  const status = error instanceof FetchError ? error.status : undefined
  if (!LASTING.has(status)) {
    return "failed"
  }
  return status === 410 ? "forgotten" : "none"
}

import { useQuery } from "@tanstack/react-query"
import { sdk } from "./sdk"

/** Begins like every query about problems, so that whoever closes one has the count follow. */
export const OPEN_PROBLEMS = ["catalystpay", "problems"]
const EVERY_MS = 60_000

/** How many problems are open; 0 until that is known, and where it cannot be asked. */
export function useOpenProblems(): number {
  const { data } = useQuery({
    queryKey: [...OPEN_PROBLEMS, "open_count"],
    queryFn: ({ signal }) =>
      sdk.client.fetch<{ count: number }>("/admin/catalystpay/problems", { query: { limit: 1 }, signal }),
    refetchInterval: EVERY_MS,
    retry: false,
  })
  return data?.count ?? 0
}

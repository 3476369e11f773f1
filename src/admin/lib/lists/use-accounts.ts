import { useQuery } from "@tanstack/react-query"
import { HEALTH } from "../use-health"

const WHILE_CONFIGURED_MS = 300_000

/** The names of the CatalystPay accounts that are set up; empty while they are not known. */
export function useAccounts(): string[] {
  const { data } = useQuery({ ...HEALTH, staleTime: WHILE_CONFIGURED_MS })
  return data?.accounts.map(({ account }) => account) ?? []
}

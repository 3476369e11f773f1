import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { sdk } from "../sdk"
import type { ListSpec } from "./list-spec"
import { listQuery } from "./list-url"
import { useListUrl, type ListUrl } from "./use-list-url"

/** What every list of the admin API answers beside its rows. */
interface ListAnswer {
  count: number
  next_cursor?: string | null
  previous_cursor?: string | null
}

/** A page of a list, as its address says. */
export interface List<Row> {
  spec: ListSpec
  url: ListUrl
  rows: Row[]
  /** How many match in all. */
  count: number
  nextCursor: string | null
  previousCursor: string | null
  isPending: boolean
  isError: boolean
  refetch: () => void
}

/**
 * @param name of the list in the admin API, such as `debits`
 * @param rowsOf takes the rows out of its answer; the same function at each render
 */
export function useList<Answer extends ListAnswer, Row>(
  name: string,
  spec: ListSpec,
  rowsOf: (answer: Answer) => Row[],
): List<Row> {
  const url = useListUrl(spec)
  const query = listQuery(url.params, spec)
  const { data, isPending, isError, refetch } = useQuery({
    queryKey: ["catalystpay", name, query],
    queryFn: ({ signal }) => sdk.client.fetch<Answer>(`/admin/catalystpay/${name}`, { query, signal }),
    placeholderData: keepPreviousData,
  })
  return {
    spec,
    url,
    rows: data ? rowsOf(data) : [],
    count: data?.count ?? 0,
    nextCursor: data?.next_cursor ?? null,
    previousCursor: data?.previous_cursor ?? null,
    isPending,
    isError,
    refetch: () => void refetch(),
  }
}

import { comparePlaces, encodeCursor, pageOf } from "./cursor"
import type { Cursor, Place } from "./cursor"
import type { Ledger } from "./ledger"
import { readQuery } from "./reconciliation-query"
import type { Reconciled, ReconciliationQuery } from "./reconciliation-query"
import { reconciliationRows } from "./reconciliation-rows"
import type { Columns, Row } from "./reconciliation-rows"
import type { Switches } from "./switches"

type ReconciliationOptions = { ledger: Ledger; clock: () => Date; switches: Switches }

/** The reconciliation endpoints: pages of what the ledger holds. */
export class Reconciliation {
  constructor(private readonly options: ReconciliationOptions) {}

  /**
   * @param url of the call, which the addresses of the next and the previous page are made from
   * @throws ApiError 400 or 404, see {@link readQuery}
   */
  answer(kind: Reconciled, url: URL): Response {
    const { ledger, clock, switches } = this.options
    const query = readQuery(kind, url.searchParams, switches, clock())
    const descending = switches["reconciliation-order"] === "descending"
    const compare = (left: Place, right: Place) => comparePlaces(left, right) * (descending ? -1 : 1)
    const rows = reconciliationRows(kind, ledger, switches).filter((row) => isWanted(row, query)).sort(compare)
    const { page, next, previous } = pageOf(rows, { ...query, compare })
    const results = page.map(({ columns }) => columns)
    const [nextUrl, previousUrl] = [next, previous].map((cursor) => cursor && addressOf(url, cursor))
    switch (query.format) {
      case "json":
        return Response.json({ next: nextUrl, previous: previousUrl, results })
      case "csv":
        return new Response(csv(results), { headers: { "content-type": "text/csv; charset=utf-8" } })
      case "xml":
        return new Response(xml(results), { headers: { "content-type": "application/xml; charset=utf-8" } })
    }
  }
}

function isWanted({ at, columns }: Row, { from, until, filters, billing }: ReconciliationQuery): boolean {
  const billed = String(columns.next_billing_date ?? "").slice(0, 10)
  return (
    at >= from.getTime() &&
    at < until.getTime() &&
    [...filters].every(([column, values]) => values.includes(String(columns[column]))) &&
    (billing.from === null || billed >= billing.from) &&
    (billing.to === null || (billed !== "" && billed <= billing.to))
  )
}

function addressOf(url: URL, cursor: Cursor): string {
  const address = new URL(url)
  address.searchParams.set("cursor", encodeCursor(cursor))
  return address.href
}

/** The page only: how CSV and XML are paged is not documented. */
function csv(rows: Columns[]): string {
  const cell = (value: Columns[string]) => `"${String(value ?? "").replaceAll('"', '""')}"`
  const lines = rows.map((row) => Object.values(row).map(cell).join(","))
  return [Object.keys(rows[0] ?? {}).join(","), ...lines].join("\r\n")
}

function xml(rows: Columns[]): string {
  const text = (value: Columns[string]) => String(value ?? "").replace(/[<>&]/g, (mark) => `&#${mark.charCodeAt(0)};`)
  const items = rows.map((row) => {
    const elements = Object.entries(row).map(([name, value]) => `<${name}>${text(value)}</${name}>`)
    return `<list-item>${elements.join("")}</list-item>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>\n<root>${items.join("")}</root>`
}

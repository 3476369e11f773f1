import { CSV_HEADER, csvLine } from "../../../src/modules/catalystpay/debit-list/csv"
import { toDebitView } from "../../../src/modules/catalystpay/debits/debit-view"
import { debitRecord, mandateRecord } from "../../support/records"

const debit = (holder_name: string) => ({
  ...toDebitView(debitRecord({ status: "approved" }), [mandateRecord({ holder_name })], []),
  order: { id: "order_1", display_id: 12 },
  problems: [],
})

/** The cell under a column's name, where no cell holds a comma. */
function cell(name: string, line: string): string | undefined {
  return line.trimEnd().split(",")[CSV_HEADER.trimEnd().split(",").indexOf(name)]
}

describe("a line of the export", () => {
  it("has a cell for each column that the first line names", () => {
    const line = csvLine(debit("Max Mustermann"))
    expect(line.split(",")).toHaveLength(CSV_HEADER.split(",").length)
    expect([CSV_HEADER, line].every((text) => text.endsWith("\r\n"))).toBe(true)
    expect(["order", "amount", "iban", "holder_name", "settled_at"].map((name) => cell(name, line))).toEqual([
      "12",
      "20.71",
      "DE •••• 3000",
      "Max Mustermann",
      "",
    ])
  })

  it.each([
    ["Müller, \"Max\"", "\"Müller, \"\"Max\"\"\""],
    ["Max\nMustermann", "\"Max\nMustermann\""],
    ["=HYPERLINK(A1)", "'=HYPERLINK(A1)"],
    ["+49", "'+49"],
    ["-1", "'-1"],
    ["@SUM", "'@SUM"],
    ["\tMax", "'\tMax"],
    ["=1,\"2\"", "\"'=1,\"\"2\"\"\""],
  ])("writes a holder called %j so that no spreadsheet runs it or splits it", (holder, written) => {
    expect(csvLine(debit(holder))).toContain(`,${written},`)
  })

  it("holds no e-mail, no token and no full IBAN", () => {
    expect(csvLine(debit("Max Mustermann"))).not.toMatch(/example\.com|ps_1|v1\.seal/)
  })
})

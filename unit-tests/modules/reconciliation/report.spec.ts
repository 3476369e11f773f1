import { isStuck, makesGood } from "../../../src/modules/catalystpay/reconciliation/failing"
import {
  countRow,
  describeReport,
  EMPTY_REPORT,
  kindOfChange,
  ROW_KINDS,
} from "../../../src/modules/catalystpay/reconciliation/report"
import { sessionOf } from "../../../src/modules/catalystpay/reconciliation/transaction-row"

const APPROVED = { status: "approved", origin: "store", returned_at: null, settled_at: null } as const
const MOMENT = new Date("2026-11-25T12:00:00Z")

describe("what a row has changed", () => {
  it.each([
    ["approvals", { ...APPROVED, status: "submitting" }, APPROVED],
    ["approvals", { ...APPROVED, status: "awaiting_verification" }, { ...APPROVED, settled_at: MOMENT }],
    ["external_payments", { ...APPROVED, status: "cancelled" }, { ...APPROVED, origin: "external" }],
    ["declines", { ...APPROVED, status: "submitting" }, { ...APPROVED, status: "declined" }],
    ["declines", { ...APPROVED, status: "submitting" }, { ...APPROVED, status: "failed" }],
    ["returns", APPROVED, { ...APPROVED, status: "failed", returned_at: MOMENT }],
    ["returns", { ...APPROVED, status: "submitting" }, { ...APPROVED, status: "failed", returned_at: MOMENT }],
    ["returns", APPROVED, { ...APPROVED, returned_at: MOMENT }],
    ["settlements", APPROVED, { ...APPROVED, settled_at: MOMENT }],
    ["confirmations", APPROVED, APPROVED],
  ] as const)("counts as one of the %s", (kind, before, after) => {
    expect(kindOfChange(before, after)).toBe(kind)
  })
})

describe("a report", () => {
  it("counts each row once, as what it is", () => {
    const report = ROW_KINDS.reduce(countRow, EMPTY_REPORT)
    expect(report.rows).toBe(ROW_KINDS.length)
    expect(ROW_KINDS.map((kind) => report[kind])).toEqual(ROW_KINDS.map(() => 1))
    expect(EMPTY_REPORT).toEqual({ rows: 0, pages: 0, restarts: 0 })
  })

  it("says in words what it found, and nothing of what it did not", () => {
    expect(describeReport({ rows: 250, pages: 2, restarts: 1, approvals: 3, external_payments: 1, foreign: 246 })).toBe(
      "250 rows on 2 pages, 3 approvals, 1 external payments, 246 foreign, 1 restarts",
    )
  })
})

describe("a reference", () => {
  it.each([
    ["payses_01.2", "payses_01"],
    ["payses.with.dots.17", "payses.with.dots"],
    ["order-42", null],
    [".1", null],
    ["payses_01.", null],
    [null, null],
  ])("%s names the Medusa session %s", (reference, session) => {
    expect(sessionOf(reference)).toBe(session)
  })
})

describe("the problem of records that cannot be read", () => {
  const run = {
    account: "default",
    listing: "transactions",
    cause: "job",
    status: "interrupted",
    report: EMPTY_REPORT,
    window_start: "2026-11-10",
    from_day: "2026-11-11",
    to_day: "2026-11-25",
    started_at: new Date("2026-11-24T11:00:00Z"),
  } as const

  it("is one after a day, and not while the API is gone for an hour", () => {
    expect(isStuck(run, null, MOMENT)).toBe(true)
    expect(isStuck(run, new Date("2026-11-25T11:27:00Z"), MOMENT)).toBe(false)
    expect(isStuck({ ...run, status: "finished" }, null, MOMENT)).toBe(false)
    expect(isStuck({ ...run, cause: "request" }, null, MOMENT)).toBe(false)
  })

  it("is over once its days were read without any row failing", () => {
    const finished = { ...run, status: "finished" } as const
    expect(makesGood(finished, "2026-11-11")).toBe(true)
    expect(makesGood(finished, "2026-11-25")).toBe(true)
    expect(makesGood(finished, "2026-11-10")).toBe(false)
    expect(makesGood(run, "2026-11-12")).toBe(false)
    expect(makesGood({ ...finished, report: { ...EMPTY_REPORT, failed: 1 } }, "2026-11-12")).toBe(false)
  })
})

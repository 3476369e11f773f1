import fc from "fast-check"
import type { GatewayErrorKind } from "../../../src/gateway"
import { failureOf } from "../../../src/modules/catalystpay/reconciliation/failure"
import { firstToDo, startOfWindow } from "../../../src/modules/catalystpay/reconciliation/place"

const rows = (ids: (string | null)[]) => ids.map((id) => ({ id }))

describe("the row of a page that a run goes on with", () => {
  it("is the first of a page that was not begun", () => {
    expect(firstToDo(rows(["a", "b"]), startOfWindow("2026-11-01"))).toBe(0)
  })

  it("is the one after the last that was done", () => {
    expect(firstToDo(rows(["a", "b", "c"]), { rows_done: 2, last_row_id: "b" })).toBe(2)
  })

  it("is still the one after it where rows came into the page, or left it, meanwhile", () => {
    expect(firstToDo(rows(["new", "a", "b", "c"]), { rows_done: 2, last_row_id: "b" })).toBe(3)
    expect(firstToDo(rows(["b", "c"]), { rows_done: 2, last_row_id: "b" })).toBe(1)
  })

  it("is the first where the last that was done is gone: read again it does no harm, left out it may", () => {
    expect(firstToDo(rows(["a", "c"]), { rows_done: 2, last_row_id: "b" })).toBe(0)
  })

  it("goes by the number where a row has no id, and never beyond the page", () => {
    expect(firstToDo(rows(["a", null, "c"]), { rows_done: 2, last_row_id: null })).toBe(2)
    expect(firstToDo(rows(["a"]), { rows_done: 2, last_row_id: null })).toBe(1)
  })

  it("leaves out no row that was not done, whatever came and went", () => {
    const page = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(page, fc.nat(), fc.func(fc.boolean()), page, (before, place, stays, fresh) => {
        const rows_done = 1 + (place % before.length)
        const done = before.slice(0, rows_done)
        const last_row_id = done.at(-1) ?? null
        // A cursor names a place: what is new stands after what was done, or before the last of it in no order.
        const kept = before.filter((id) => id === last_row_id || stays(id))
        const now = [...kept, ...fresh.filter((id) => !before.includes(id))]
        const left = now.slice(0, firstToDo(rows(now), { rows_done, last_row_id }))
        expect(left.filter((id) => !done.includes(id))).toEqual([])
      }),
    )
  })
})

describe("a run that the API fails", () => {
  const begun = { window_start: "2026-11-01", next: "https://api/x?cursor=1", rows_done: 3, last_row_id: "c", window_restarted: false }
  const failing = (kind: GatewayErrorKind) => ({ kind, message: "It said no." })
  const REFUSED = ["invalid_request", "not_found", "gone", "unexpected_response"] as const
  const SILENT = ["unavailable", "not_sent", "throttled", "unauthorized"] as const

  it.each(SILENT)("keeps its place when it is %s", (kind) => {
    expect(failureOf(begun, failing(kind))).toEqual({ ...begun, failure: "It said no." })
  })

  it.each(REFUSED)("begins its window anew when its cursor is %s, once", (kind) => {
    const anew = { ...startOfWindow("2026-11-01"), window_restarted: true, failure: null }
    expect(failureOf(begun, failing(kind))).toEqual(anew)
    const again = { ...begun, window_restarted: true }
    expect(failureOf(again, failing(kind))).toEqual({ ...startOfWindow("2026-11-01"), failure: "It said no." })
  })

  it.each(REFUSED)("is interrupted when it is the window itself that is %s: nothing would come of beginning anew", (kind) => {
    const first = { ...startOfWindow("2026-11-01"), rows_done: 0 }
    expect(failureOf(first, failing(kind))).toEqual({ ...first, failure: "It said no." })
  })
})

import { collectionToPay, isSettled, progressOf } from "../../../demo/storefront/shop/progress"
import type { Order } from "../../../demo/storefront/shop/store"
import type { SepaOutcome } from "../../../storefront"

const UNKNOWN: SepaOutcome = { type: "unknown" }
const APPROVED: SepaOutcome = { type: "placed", order: { id: "order_1", display_id: 1 }, session: null }
const order = (payment_status: Order["payment_status"], status = "pending") => ({ status, payment_status })

describe("how far an order's payment is", () => {
  it.each([
    ["awaiting", UNKNOWN, "waiting_for_bank"],
    ["awaiting", { type: "unreachable" }, "placed"],
    ["authorized", APPROVED, "approved"],
    ["captured", UNKNOWN, "confirmed"],
    ["partially_refunded", APPROVED, "refunded"],
  ] as const)("is, with %s at Medusa, told by both (%#)", (status, debit, progress) => {
    expect(progressOf(order(status), debit)).toBe(progress)
  })

  it("is over for an order that was cancelled, whatever its debit says", () => {
    expect(progressOf(order("captured", "canceled"), APPROVED)).toBe("canceled")
  })

  it("is followed until the money is there, has gone back, or never will be", () => {
    expect((["placed", "waiting_for_bank", "approved", "failed"] as const).map(isSettled)).toEqual([false, false, false, false])
    expect((["confirmed", "refunded", "canceled"] as const).map(isSettled)).toEqual([true, true, true])
  })
})

describe("what is left to pay of an order", () => {
  const collections = (...statuses: string[]) => {
    const payment_collections = statuses.map((status, index) => ({ id: `pay_col_${index}`, status }))
    return collectionToPay({ payment_collections: payment_collections as Order["payment_collections"] })?.id
  }

  it("is the collection that asks for it, the newest where there are several", () => {
    expect(collections("failed")).toBe("pay_col_0")
    expect(collections("completed", "not_paid")).toBe("pay_col_1")
  })

  it("is nothing once all of it is paid or will be", () => {
    expect(collections("completed", "authorized", "canceled")).toBeUndefined()
    expect(collections()).toBeUndefined()
  })
})

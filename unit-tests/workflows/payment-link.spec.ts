import { asksForMoney } from "../../src/workflows/payment-link"

const order = (status: string, canceled_at: string | null = null) => ({ canceled_at, payment_collections: [{ id: "pay_col_1", status }] })

describe("an order asks for money", () => {
  it.each(["not_paid", "awaiting", "partially_authorized", "failed"])("while a payment collection of it is %s", (status) => {
    expect(asksForMoney(order(status), [{ status: "failed" }, { status: "declined" }])).toBe(true)
  })

  it.each(["authorized", "completed", "partially_captured", "canceled"])("and not when its payment collection is %s", (status) => {
    expect(asksForMoney(order(status), [])).toBe(false)
  })

  it.each(["queued", "submitting", "awaiting_verification"] as const)("and not while a debit of it is %s", (status) => {
    expect(asksForMoney(order("awaiting"), [{ status }])).toBe(false)
  })

  it("and not when it was cancelled", () => {
    expect(asksForMoney(order("not_paid", "2026-11-30T00:00:00Z"), [])).toBe(false)
  })

  it("for a further collection, though the first one is paid", () => {
    const collections = [...order("completed").payment_collections, { id: "pay_col_2", status: "not_paid" }]
    expect(asksForMoney({ canceled_at: null, payment_collections: collections }, [{ status: "approved" }])).toBe(true)
  })
})

import { codeOf, isWorthRepeating } from "../../integration-tests/cluster/shop/patience"

const COMPLETE = "/store/carts/cart_1/complete"
const OPEN = "/store/payment-collections/pay_col_1/payment-sessions"

describe("the storefront's patience", () => {
  it("repeats what failed, and what somebody else is at, and takes every other answer", () => {
    expect(isWorthRepeating(OPEN, null)).toBe(true)
    expect(isWorthRepeating(OPEN, { status: 503, body: { code: "gateway_unavailable" } })).toBe(true)
    expect(isWorthRepeating(COMPLETE, { status: 409, body: { code: "payment_in_progress" } })).toBe(true)
    expect(isWorthRepeating(OPEN, { status: 409, body: { code: "invalid_state_error" } })).toBe(true)
    expect(isWorthRepeating(OPEN, { status: 409, body: { code: "payment_in_progress" } })).toBe(false)
    expect(isWorthRepeating(OPEN, { status: 400, body: {} })).toBe(false)
    expect(isWorthRepeating(COMPLETE, { status: 200, body: { type: "cart" } })).toBe(false)
  })

  it("knows the plugin's errors by their codes", () => {
    expect(codeOf({ type: "conflict", code: "lead_conflict" })).toBe("lead_conflict")
    expect(codeOf({ type: "conflict" })).toBeNull()
    expect(codeOf("Bad Gateway")).toBeNull()
  })
})

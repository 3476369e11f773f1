import { PROBLEM_CODES } from "../../src/modules/catalystpay/problems/problem-codes"
import { describeProblem, LEFT_UNLINKED, PROBLEM_TEXTS, problemTextKey } from "../../src/modules/catalystpay/problems/problem-texts"

describe("describeProblem", () => {
  it("fills in what the problem knows, and shows where it knows nothing", () => {
    expect(describeProblem({ code: "debit_without_order", details: { amount: "20.71", currency: "EUR" } }).sentence).toBe(
      "A debit of 20.71 EUR was approved and pays for no order.",
    )
    expect(describeProblem({ code: "webhook_given_up", details: { event: null } }).sentence).toContain("(?)")
  })

  it.each(["The page timed out", "The page timed out."])("ends in one full stop after somebody else's words: %s", (why) => {
    const details = { listing: "refunds", since: "2026-11-01", why }
    expect(describeProblem({ code: "reconciliation_failing", details }).sentence).toMatch(/in full: The page timed out\.$/)
  })

  it("tells an order that a dying server left from one whose debit is missing", () => {
    expect(problemTextKey({ code: "order_without_debit", details: { reason: LEFT_UNLINKED } })).toBe("order_left_unlinked")
    expect(problemTextKey({ code: "order_without_debit", details: null })).toBe("order_without_debit")
  })

  it("has words for every code", () => {
    expect(Object.keys(PROBLEM_TEXTS)).toEqual(expect.arrayContaining([...PROBLEM_CODES]))
  })
})

import { refusalToChange } from "../../src/modules/catalystpay/checkout/cart-changes"
import { DEBIT_STATUSES, type DebitStatus } from "../../src/modules/catalystpay/debit-state"
import { debitRecord } from "../support/records"

describe("a change of a cart", () => {
  const refusing: DebitStatus[] = ["queued", "submitting", "awaiting_verification", "approved"]

  it.each(DEBIT_STATUSES.map((status) => [status, refusing.includes(status)] as const))(
    "while its debit is %s is refused: %s",
    (status, refused) => {
      const refusal = refusalToChange([debitRecord({ status: "cancelled" }), debitRecord({ status })], "en")
      expect(refusal?.code ?? null).toBe(refused ? "payment_in_progress" : null)
    },
  )

  it("is let pass when there is no debit, and when what was approved pays for nothing any more", () => {
    expect(refusalToChange([], "en")).toBeNull()
    expect(refusalToChange([debitRecord({ status: "approved", orphaned_at: new Date() })], "en")).toBeNull()
  })

  it("names the way out: the signature, the outcome, or the order", () => {
    const said = (status: DebitStatus, locale: string) => refusalToChange([debitRecord({ status })], locale)?.public_message
    expect(said("awaiting_verification", "en")).toContain("Sign the mandate, or give the payment up")
    expect(said("awaiting_verification", "de")).toContain("Unterschreiben Sie das Mandat oder brechen Sie")
    expect(said("submitting", "en")).toContain("wait for its outcome")
    expect(said("approved", "en")).toContain("complete your order")
  })
})

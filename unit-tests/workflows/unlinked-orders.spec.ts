import { debitOfUnlinked, type FoundOrder } from "../../src/workflows/unlinked-orders"
import { debitRecord } from "../support/records"

const NOW = new Date("2026-11-25T09:00:00Z")
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

const LEFT: FoundOrder = {
  id: "order_1",
  email: "max@example.com",
  currency_code: "eur",
  created_at: ago(10),
  canceled_at: null,
  is_draft_order: false,
  total: "20.706",
}
const debit = debitRecord({ created_at: ago(15) })
const found = (change: Partial<FoundOrder>, other = debit) => debitOfUnlinked({ ...LEFT, ...change }, [other], NOW)

describe("an order that belongs to no cart and no payment", () => {
  it("was left by a process that placed it for the debit of the same shopper and amount", () => {
    expect(found({})).toBe(debit)
    expect(found({ email: "Max@Example.com" })).toBe(debit)
  })

  it("stands by itself when shopper, amount, currency or time are others", () => {
    expect(found({ email: "erika@example.com" })).toBeNull()
    expect(found({ email: null })).toBeNull()
    expect(found({ total: "20.70" })).toBeNull()
    expect(found({ currency_code: "chf" })).toBeNull()
    expect(found({ created_at: ago(20) })).toBeNull()
    expect(found({}, debitRecord({ created_at: ago(15), order_id: "order_2" }))).toBeNull()
  })

  it("is left alone while it may still be linked, and once it is cancelled, or is a draft", () => {
    expect(found({ created_at: ago(1) })).toBeNull()
    expect(found({ canceled_at: ago(1) })).toBeNull()
    expect(found({ is_draft_order: true })).toBeNull()
  })
})

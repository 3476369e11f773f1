import { nextDisagreement, type Disagreement } from "../../src/workflows/agreement/decide"
import type { MedusaView } from "../../src/workflows/agreement/medusa-view"
import { debitRecord } from "../support/records"

const SESSION = { id: "payses_1", status: "pending", raw_amount: "20.706", currency_code: "eur" }
const OPEN: MedusaView = { session: SESSION, order: null, cart: { id: "cart_1", completed: false } }
const confirmed = debitRecord({ status: "approved", approved_at: new Date(), confirmed_at: new Date() })
const NOTHING_ELSE = { settings: { capture: "on_settlement" }, now: new Date(), tried: new Set<Disagreement>() } as const
const PLACED = { id: "order_1", canceled: false, total: "20.71", payment_collection_ids: [], counted: [], paid_otherwise: false }

describe("with money that is booked when it settles", () => {
  it("the order of a confirmed debit is placed where the cart is still open", () => {
    expect(nextDisagreement({ debit: confirmed, view: OPEN, ...NOTHING_ELSE })).toBe("place_order")
  })

  it.each([
    ["nobody confirmed the debit", { debit: { ...confirmed, confirmed_at: null } }],
    ["the debit is not approved", { debit: { ...confirmed, status: "failed" as const } }],
    ["the cart is completed", { view: { ...OPEN, cart: { id: "cart_1", completed: true } } }],
    ["Medusa has deleted the session", { view: { ...OPEN, session: null } }],
  ])("nothing is to be done when %s", (_when, change) => {
    expect(nextDisagreement({ debit: confirmed, view: OPEN, ...NOTHING_ELSE, ...change })).toBeNull()
  })

  it("the money is booked once it has settled", () => {
    const view: MedusaView = {
      session: { ...SESSION, status: "authorized", payment: { id: "pay_1" } },
      order: PLACED,
      cart: { id: "cart_1", completed: true },
    }
    expect(nextDisagreement({ debit: confirmed, view, ...NOTHING_ELSE })).toBeNull()
    expect(nextDisagreement({ debit: { ...confirmed, settled_at: new Date() }, view, ...NOTHING_ELSE })).toBe("capture")
  })
})

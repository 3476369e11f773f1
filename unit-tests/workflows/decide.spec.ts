import type { DebitRecord } from "../../src/modules/catalystpay/debits/debit-record"
import { nextDisagreement, type Agreement, type Disagreement } from "../../src/workflows/agreement/decide"
import type { MedusaView } from "../../src/workflows/agreement/medusa-view"
import { debitRecord } from "../support/records"

const NOW = new Date("2026-11-25T09:00:00Z")
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

const PLACED: MedusaView["order"] = {
  id: "order_1",
  canceled: false,
  total: "20.71",
  payment_collection_ids: ["pay_col_1"],
  counted: [],
  paid_otherwise: false,
}
const OPEN_CART: MedusaView["cart"] = { id: "cart_1", completed: false }

type Session = NonNullable<MedusaView["session"]>

function session(status: string, payment: Partial<NonNullable<Session["payment"]>> | null = null, collection = "not_paid"): Session {
  return {
    id: "payses_1",
    status,
    raw_amount: "20.71",
    currency_code: "eur",
    payment: payment ? { id: "pay_1", ...payment } : null,
    payment_collection: { id: "pay_col_1", status: collection, raw_amount: "20.71" },
  }
}

function decide(debit: Partial<DebitRecord>, view: Partial<MedusaView>, more: Partial<Agreement> = {}): Disagreement | null {
  return nextDisagreement({
    debit: debitRecord(debit),
    view: { session: null, order: null, cart: null, ...view },
    settings: { capture: "on_webhook" },
    now: NOW,
    tried: new Set(),
    ...more,
  })
}

describe("an order without a payment, and a session that is pending", () => {
  const stranded = (debit: Partial<DebitRecord>) => decide(debit, { order: PLACED, session: session("pending") })

  it.each(["approved", "submitting", "awaiting_verification", "queued"] as const)(
    "is authorised by a debit that the shopper had pressed pay for (%s)",
    (status) => expect(stranded({ status })).toBe("authorize_placed_order"),
  )

  it("is authorised by a debit that is ready and can still be submitted", () => {
    expect(stranded({ status: "ready" })).toBe("authorize_placed_order")
  })

  it.each(["opened", "declined", "failed", "cancelled"] as const)("is unpaid where the debit is %s", (status) => {
    expect(stranded({ status })).toBe("fail_payment")
  })

  it("is unpaid where the sealed bank account was destroyed", () => {
    expect(stranded({ status: "ready", sealed_iban: null })).toBe("fail_payment")
  })

  it.each(["opened", "ready"] as const)("waits for another press of pay where the debit was opened for it (%s)", (status) => {
    expect(stranded({ status, order_id: "order_1" })).toBeNull()
  })
})

describe("an order that stands", () => {
  it("is told of an outcome that it waits for, and not before there is one", () => {
    const view = { order: PLACED, session: session("pending_authorization") }
    expect(decide({ status: "approved" }, view)).toBe("authorize_placed_order")
    expect(decide({ status: "awaiting_verification" }, view)).toBeNull()
  })

  it("is shown where the mandate is signed, once", () => {
    const waiting = session("pending_authorization")
    const url = "https://bank.example/sign"
    const debit = { status: "awaiting_verification", verification_url: url } as const
    expect(decide(debit, { order: PLACED, session: waiting })).toBe("show_verification")
    expect(decide(debit, { order: PLACED, session: { ...waiting, data: { verification_url: url } } })).toBeNull()
  })

  it("loses the payment of a debit that failed before it was captured, and is in agreement then", () => {
    const payment = session("authorized", {}, "authorized")
    expect(decide({ status: "failed" }, { order: PLACED, session: payment })).toBe("fail_payment")
    const failed = session("error", { canceled_at: NOW }, "failed")
    expect(decide({ status: "failed" }, { order: PLACED, session: failed })).toBeNull()
  })

  it("keeps a payment that an earlier completion had cancelled, when the debit was approved", () => {
    const view = { order: PLACED, session: session("authorized", { canceled_at: NOW }) }
    expect(decide({ status: "approved" }, view)).toBe("revive_payment")
  })

  it("has the capture finished that a process began and died with, and no other", () => {
    const capture = { id: "capt_1", raw_amount: "20.706", created_at: ago(10) }
    const counted = PLACED && { ...PLACED, counted: ["capt_1"] }
    const captured = (change: object, order = PLACED) =>
      decide(
        { status: "approved", captured_at: ago(10), confirmed_at: ago(10) },
        { order, session: session("authorized", { captured_at: ago(10), captures: [capture], ...change }, "completed") },
      )
    expect(captured({})).toBe("finish_capture")
    expect(captured({}, counted)).toBeNull()
    expect(captured({ captured_at: null }, counted)).toBe("finish_capture")
    expect(captured({ captures: [{ ...capture, created_at: NOW }] })).toBeNull()
    expect(captured({ captured_at: null, captures: [{ ...capture, raw_amount: "10" }] }, counted)).toBeNull()
    expect(captured({ captures: [] })).toBeNull()
    expect(captured({ canceled_at: ago(5) })).not.toBe("finish_capture")
    expect(captured({}, counted && { ...counted, canceled: true })).toBeNull()
  })

  it("claims a debit that was held to be without an order", () => {
    const view = { order: PLACED, session: session("authorized", {}) }
    expect(decide({ status: "approved", orphaned_at: NOW }, view)).toBe("adopt_orphan")
  })
})

describe("an order that CatalystPay's page is to pay", () => {
  const hosted = (status: DebitRecord["status"], view: Partial<MedusaView>, change: Partial<DebitRecord> = {}) =>
    decide({ collect: "hosted", status, sealed_iban: null, ...change }, view)

  it.each(["opened", "declined", "submitting"] as const)("asks what was paid where a process left it behind (%s)", (status) => {
    expect(hosted(status, { order: PLACED, session: session("pending") })).toBe("authorize_placed_order")
  })

  it("is unpaid once that was asked, and waits for its shopper where the page was opened for it", () => {
    expect(hosted("opened", { order: PLACED, session: session("error", null, "awaiting") })).toBe("fail_payment")
    expect(hosted("opened", { order: PLACED, session: session("error", null, "failed") })).toBeNull()
    expect(hosted("opened", { order: PLACED, session: session("pending") }, { order_id: "order_1" })).toBeNull()
  })

  it("has its page closed when it is cancelled, unless the page is being paid", () => {
    const canceled = { order: PLACED && { ...PLACED, canceled: true }, session: session("pending") }
    expect(hosted("opened", canceled)).toBe("close_page")
    expect(hosted("declined", canceled)).toBe("close_page")
    expect(hosted("submitting", canceled)).toBeNull()
    expect(hosted("cancelled", canceled)).toBeNull()
    expect(decide({ status: "opened" }, canceled)).toBeNull()
  })
})

describe("an approved debit without an order", () => {
  const view = { cart: OPEN_CART, session: session("pending") }

  it("is left to the shopper at first, then its order is placed", () => {
    expect(decide({ status: "approved", approved_at: ago(1) }, view)).toBeNull()
    expect(decide({ status: "approved", approved_at: ago(5) }, view)).toBe("place_order")
  })

  it("is orphaned when its order cannot be placed", () => {
    const tried = new Set<Disagreement>(["place_order"])
    expect(decide({ status: "approved", approved_at: ago(5) }, view, { tried })).toBe("orphan")
  })

  it("is orphaned when Medusa has deleted its session", () => {
    expect(decide({ status: "approved", approved_at: ago(5) }, { cart: OPEN_CART })).toBe("orphan")
  })

  it("is placed by its capture where that is due", () => {
    expect(decide({ status: "approved", approved_at: ago(1), confirmed_at: NOW }, view)).toBe("capture")
  })
})

describe("a debit that pays for nothing here", () => {
  it.each([
    ["was paid at the gateway itself", { origin: "external" as const }, null],
    ["was collected for an order that is cancelled", {}, { ...PLACED, canceled: true }],
  ])("is orphaned once when it %s", (_name, debit, order) => {
    expect(decide({ ...debit, status: "approved" }, { order, session: session("pending") })).toBe("orphan")
    expect(decide({ ...debit, status: "approved", orphaned_at: NOW }, { order, session: session("pending") })).toBeNull()
  })

  it("is orphaned when Medusa has deleted its session and something else pays for the order", () => {
    expect(decide({ status: "approved" }, { order: PLACED })).toBe("orphan")
    expect(decide({ status: "approved", orphaned_at: NOW }, { order: PLACED })).toBeNull()
  })

  it("leaves the order that waited for it unpaid when it was paid at the gateway itself", () => {
    const external = { status: "approved", origin: "external", orphaned_at: NOW } as const
    const waiting = { order: PLACED, session: session("pending_authorization", null, "awaiting") }
    expect(decide({ ...external, orphaned_at: null }, waiting)).toBe("orphan")
    expect(decide(external, waiting)).toBe("authorize_placed_order")
    expect(decide(external, { order: PLACED, session: session("error", null, "awaiting") })).toBe("fail_payment")
    expect(decide(external, { order: PLACED, session: session("error", null, "failed") })).toBeNull()
    expect(decide(external, { order: PLACED, session: session("authorized", {}, "authorized") })).toBeNull()
  })

  it("is a refund, and no orphan, when it was captured before the order was cancelled", () => {
    const order = { ...PLACED, canceled: true }
    expect(decide({ status: "approved", captured_at: NOW }, { order, session: session("authorized", { captured_at: NOW }) })).toBeNull()
  })
})

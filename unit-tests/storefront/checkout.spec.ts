import { fieldOf, viewOf } from "../../storefront/checkout/state"
import { problemsOf } from "../../storefront/checkout/entries"
import { en } from "../../storefront"
import { at, checkoutAt, INPUT, openStore } from "./checkouts"
import { networkFailure, refusal } from "./fake-store"
import {
  ACCOUNT,
  AUTHORIZE,
  COMPLETE,
  declinedWith,
  IBAN,
  MANDATE,
  mandate,
  notPlaced,
  opened,
  ORDER,
  placed,
  SESSIONS,
  step,
} from "./samples"

it("goes from the open session to the placed order", async () => {
  const { checkout, steps } = checkoutAt(openStore())
  await checkout.start()
  expect(checkout.getState()).toMatchObject({ step: null, session: { id: "payses_1" }, mandate: { text_version: "2026-11" } })
  await checkout.pay(INPUT)
  expect(checkout.getState().outcome).toMatchObject({ type: "placed", order: { id: "order_1" } })
  expect(steps).toEqual(["starting", null, "checking", "paying", null])
})

it("never has the IBAN in its state", async () => {
  const store = openStore().on(COMPLETE, notPlaced("declined", declinedWith("account_closed")))
  const { checkout } = checkoutAt(store)
  const states: string[] = []
  checkout.subscribe(() => states.push(JSON.stringify(checkout.getState())))
  await checkout.start()
  await checkout.pay(INPUT)
  expect(states.length).toBeGreaterThan(3)
  expect(states.filter((state) => state.includes(IBAN))).toEqual([])
})

it("pays once however often the button is pressed", async () => {
  const store = openStore()
  const { checkout } = checkoutAt(store)
  await checkout.start()
  await Promise.all([checkout.pay(INPUT), checkout.pay(INPUT), checkout.check()])
  expect(store.calls().filter((call) => call === COMPLETE)).toEqual([COMPLETE])
  expect(store.calls().filter((call) => call === ACCOUNT)).toEqual([ACCOUNT])
})

it("may be started twice at once, as React does to find mistakes", async () => {
  const store = openStore()
  const { checkout } = checkoutAt(store)
  const first = checkout.start()
  checkout.stop()
  await Promise.all([first, checkout.start()])
  expect(checkout.getState()).toMatchObject({ step: null, mandate: { locale: "en" } })
  expect(store.calls()).toEqual([SESSIONS, MANDATE])
})

it("goes on with another account after a decline, in the same session", async () => {
  const store = openStore().on(COMPLETE, notPlaced("declined", declinedWith("account_closed")), placed("approved"))
  const { checkout, views } = checkoutAt(store)
  await checkout.start()
  await checkout.pay(INPUT)
  expect(checkout.getState().outcome).toMatchObject({ type: "declined", code: "account_closed" })
  await checkout.pay(INPUT)
  expect(checkout.getState().outcome).toMatchObject({ type: "placed" })
  expect(views).toEqual(["form", "done"])
  expect(store.calls().filter((call) => call === SESSIONS)).toHaveLength(1)
})

it.each([
  ["failed for good", notPlaced("failed", declinedWith("do_not_honor")), "failed"],
  ["was given up on another page", notPlaced("cancelled"), "ended"],
])("opens another session when this one %s", async (_name, answer, type) => {
  const store = openStore().on(COMPLETE, answer, placed("approved"))
  const { checkout } = checkoutAt(store)
  await checkout.start()
  await checkout.pay(INPUT)
  expect(checkout.getState()).toMatchObject({ session: null, outcome: { type } })
  await checkout.pay(INPUT)
  expect(checkout.getState().outcome).toMatchObject({ type: "placed" })
  expect(store.calls().filter((call) => call === SESSIONS)).toHaveLength(2)
})

it.each(["session_not_found", "session_not_payable"])("opens another session by itself when the account is refused with %s", async (code) => {
  const store = openStore().on(ACCOUNT, refusal(code, 404), step("ready"))
  const { checkout } = checkoutAt(store)
  await checkout.start()
  await checkout.pay(INPUT)
  expect(checkout.getState().outcome).toMatchObject({ type: "placed" })
})

it("gives up after one other session", async () => {
  const store = openStore().on(ACCOUNT, refusal("session_not_payable", 409))
  const { checkout } = checkoutAt(store)
  await checkout.start()
  await checkout.pay(INPUT)
  expect(checkout.getState().outcome).toMatchObject({ type: "refused", code: "session_not_payable" })
  expect(store.calls().filter((call) => call === ACCOUNT)).toHaveLength(2)
})

it("takes a cart that is older than its session", async () => {
  const store = openStore().on(MANDATE, refusal("session_not_found", 404), mandate)
  const { checkout } = checkoutAt(store, at("opened"))
  await checkout.start()
  expect(checkout.getState()).toMatchObject({ mandate: { locale: "en" }, outcome: { type: "needs_bank_account" } })
})

it("shows the mandate anew when its wording has changed", async () => {
  const other = { mandate: { ...mandate.mandate, text_version: "2027-01" } }
  const store = openStore().on(MANDATE, mandate, other).on(ACCOUNT, refusal("mandate_text_outdated", 409))
  const { checkout } = checkoutAt(store)
  await checkout.start()
  await checkout.pay(INPUT)
  expect(checkout.getState()).toMatchObject({ mandate: { text_version: "2027-01" }, outcome: { type: "refused", field: "mandate" } })
})

describe("an outcome that nobody knows", () => {
  it("is waited for, with nothing on the page that could pay again", async () => {
    const lost = Array.from({ length: 3 }, networkFailure)
    const store = openStore().on(COMPLETE, ...lost, placed("approved"))
    const { checkout, views, steps } = checkoutAt(store)
    await checkout.start()
    await checkout.pay(INPUT)
    expect(views).toEqual(["form", "waiting", "done"])
    expect(steps).toContain("finding_out")
  })

  it("stays unknown when the shopper leaves, and is no failure", async () => {
    const store = openStore().on(COMPLETE, networkFailure())
    const { checkout } = checkoutAt(store)
    await checkout.start()
    const stopAtUnknown = checkout.subscribe(() => {
      if (checkout.getState().outcome?.type === "unknown") {
        checkout.stop()
      }
    })
    await checkout.pay(INPUT)
    stopAtUnknown()
    expect(checkout.getState()).toMatchObject({ step: null, outcome: { type: "unknown" } })
    expect(viewOf(checkout.getState())).toBe("waiting")
  })

  it("can be asked about again", async () => {
    const store = openStore().on(SESSIONS, refusal("payment_in_progress", 409)).on("GET /store/carts/cart_1", { cart: at("submitting") })
    const { checkout, views } = checkoutAt(store)
    await checkout.start()
    expect(viewOf(checkout.getState())).toBe("waiting")
    await checkout.check()
    expect(views).toEqual(["form", "waiting", "done"])
  })
})

it("completes the order of a debit that is approved already, without another account", async () => {
  const store = openStore()
  const { checkout, views } = checkoutAt(store, at("approved"))
  await checkout.start()
  await checkout.check()
  expect(views).toEqual(["form", "approved", "done"])
  expect(store.calls()).toEqual([COMPLETE])
})

it("pays a placed order by its own route", async () => {
  const store = openStore().on(AUTHORIZE, { ...step("approved"), order_id: "order_1" })
  const { checkout } = checkoutAt(store, { order_id: "order_1", payment_collection_id: "paycol_1" })
  await checkout.start()
  await checkout.pay(INPUT)
  expect(checkout.getState().outcome).toMatchObject({ type: "placed", order: { id: "order_1" } })
  expect(store.calls()).not.toContain(COMPLETE)
  expect(store.calls()).not.toContain(ORDER)
})

it("can be prepared again when the shop was not reached", async () => {
  const store = openStore().on(SESSIONS, networkFailure(), opened("opened"))
  const { checkout } = checkoutAt(store)
  await checkout.start()
  expect(checkout.getState()).toMatchObject({ session: null, mandate: null, outcome: { type: "unreachable" } })
  await checkout.start()
  expect(checkout.getState()).toMatchObject({ mandate: { locale: "en" }, outcome: { type: "needs_bank_account" } })
})

it("says nothing old while it pays", async () => {
  const store = openStore().on(ACCOUNT, networkFailure(), step("ready"))
  const { checkout } = checkoutAt(store)
  await checkout.start()
  await checkout.pay(INPUT)
  expect(checkout.getState().outcome).toEqual({ type: "unreachable" })
  const paying = checkout.pay(INPUT)
  expect(checkout.getState()).toMatchObject({ step: "checking", outcome: null })
  await paying
})

describe("before anything is sent", () => {
  it("every field that lacks something is named", () => {
    expect(problemsOf({ iban: "", holder_name: " ", accepted: false }, en)).toEqual({
      iban: en.iban_missing,
      holder_name: en.holder_name_missing,
      mandate: en.errors.mandate_not_accepted,
    })
    expect(problemsOf({ iban: "DE88", holder_name: "Max", accepted: true }, en)).toEqual({ iban: en.iban_problems.length })
    expect(problemsOf({ iban: IBAN, holder_name: "Max", accepted: true }, en)).toEqual({})
  })
})

it.each([
  ["invalid_holder_name", "holder_name"],
  ["insufficient_funds", "iban"],
  ["mandate_rejected", null],
  ["unknown", null],
])("tells a decline with %s beside %s", async (code, field) => {
  const store = openStore().on(COMPLETE, notPlaced("declined", declinedWith(code)))
  const { checkout } = checkoutAt(store)
  await checkout.start()
  await checkout.pay(INPUT)
  const { outcome } = checkout.getState()
  expect(outcome && fieldOf(outcome)).toBe(field)
})

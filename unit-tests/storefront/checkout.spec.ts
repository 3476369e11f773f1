import { createSepaCheckout, type Purchase } from "../../storefront"
import { fieldOf, viewOf } from "../../storefront/checkout/state"
import { problemsOf } from "../../storefront/checkout/entries"
import { en } from "../../storefront"
import { FakeStore, networkFailure, refusal } from "./fake-store"
import {
  ACCOUNT,
  AUTHORIZE,
  CART,
  clientOf,
  COMPLETE,
  declinedWith,
  GIVE_UP,
  IBAN,
  MANDATE,
  mandate,
  notPlaced,
  opened,
  ORDER,
  placed,
  RETURN,
  session,
  SESSIONS,
  step,
} from "./samples"

const INPUT = { iban: IBAN, iban_holder_name: "Max Mustermann", text_version: "2026-11" }

function openStore(): FakeStore {
  return new FakeStore().on(SESSIONS, opened("opened")).on(MANDATE, mandate).on(ACCOUNT, step("ready")).on(COMPLETE, placed("approved"))
}

function checkoutAt(store: FakeStore, purchase: Purchase = CART) {
  const checkout = createSepaCheckout({ client: clientOf(store).client, purchase, locale: "en" })
  const views: string[] = []
  const steps: (string | null)[] = []
  checkout.subscribe(() => {
    const view = viewOf(checkout.getState())
    const { step: now } = checkout.getState()
    if (views.at(-1) !== view) views.push(view)
    if (steps.at(-1) !== now) steps.push(now)
  })
  return { checkout, views, steps }
}

const at = (status: Parameters<typeof session>[0], data?: Record<string, unknown>) => ({
  ...CART,
  payment_collection: { id: "paycol_1", payment_sessions: [session(status, data)] },
})

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

describe("a mandate that has to be signed", () => {
  it("sends the shopper away, and knows them when they come back", async () => {
    const leaving = checkoutAt(openStore().on(COMPLETE, notPlaced("awaiting_verification")))
    await leaving.checkout.start()
    await leaving.checkout.pay(INPUT)
    expect(leaving.checkout.getState().outcome).toMatchObject({ type: "needs_verification", url: "https://bank.example/sign" })
    const store = openStore().on(RETURN, step("awaiting_verification"))
    const back = checkoutAt(store, at("awaiting_verification"))
    await back.checkout.start("vnd_1")
    expect(back.checkout.getState().outcome).toMatchObject({ type: "placed" })
    expect(back.steps).toContain("confirming")
    expect(store.seen[0]?.body).toEqual({ verification_id: "vnd_1" })
  })

  it("is confirmed by the word of a shopper who was sent back elsewhere, and asked for again where there is no signature", async () => {
    const store = openStore().on(COMPLETE, notPlaced("awaiting_verification"), placed("approved"))
    const { checkout } = checkoutAt(store.on(RETURN, step("awaiting_verification")), at("awaiting_verification"))
    await checkout.start()
    await checkout.signed()
    expect(viewOf(checkout.getState())).toBe("verification")
    await checkout.signed()
    expect(checkout.getState().outcome).toMatchObject({ type: "placed" })
    expect(store.calls().filter((call) => call === RETURN)).toHaveLength(2)
  })

  it("is offered again to somebody who comes back without having been there", async () => {
    const { checkout } = checkoutAt(new FakeStore(), at("awaiting_verification"))
    await checkout.start()
    expect(viewOf(checkout.getState())).toBe("verification")
    expect(checkout.getState().session?.data.verification_url).toBe("https://bank.example/sign")
  })

  it("can be given up, and another account used", async () => {
    const store = openStore().on(GIVE_UP, step("cancelled"))
    const { checkout } = checkoutAt(store, at("awaiting_verification"))
    await checkout.start()
    await checkout.giveUp()
    expect(checkout.getState()).toMatchObject({ session: null, outcome: { type: "ended" } })
    expect(viewOf(checkout.getState())).toBe("form")
  })

  it("keeps its link where the bank alone can end it, or the shop was not reached", async () => {
    const store = new FakeStore().on(GIVE_UP, refusal("verification_open", 409), networkFailure())
    const { checkout } = checkoutAt(store, at("awaiting_verification"))
    await checkout.start()
    for (const type of ["in_progress", "unreachable"]) {
      await checkout.giveUp()
      expect(checkout.getState()).toMatchObject({ outcome: { type }, session: { data: { verification_url: "https://bank.example/sign" } } })
      expect(viewOf(checkout.getState())).toBe("verification")
    }
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

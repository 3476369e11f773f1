import { viewOf } from "../../storefront/checkout/state"
import { at, checkoutAt, INPUT, openStore } from "./checkouts"
import { FakeStore, networkFailure, refusal } from "./fake-store"
import { COMPLETE, declinedWith, GIVE_UP, MANDATE, mandate, notPlaced, placed, RETURN, step } from "./samples"

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

  it("leaves the page with a mandate for another account when the shopper comes back without having signed", async () => {
    const store = new FakeStore().on(RETURN, step("declined", declinedWith("mandate_rejected"))).on(MANDATE, mandate)
    const { checkout } = checkoutAt(store, at("awaiting_verification"))
    await checkout.start(null)
    expect(checkout.getState()).toMatchObject({ outcome: { type: "declined" }, mandate: { text_version: "2026-11" } })
    expect(store.calls()).toEqual([RETURN, MANDATE])
  })
})

import { createElement } from "react"
import { renderToString } from "react-dom/server"
import { createSepaCheckout, de, en, messageOf, type Purchase, type SepaStatus } from "../../storefront"
import { viewOf } from "../../storefront/checkout/state"
import { SepaDebitForm } from "../../storefront/react"
import { PaymentPagePanel } from "../../storefront/react/panels"
import { FakeStore, refusal } from "./fake-store"
import { AUTHORIZE, CART, clientOf, COMPLETE, declinedWith, MANDATE, notPlaced, opened, placed, session, SESSIONS } from "./samples"

const PAGE = "https://pay.example/s/ps_1"
const HOSTED = { collect: "hosted", payment_url: PAGE, attempt: 0, verification_url: null }

const onPage = (status: SepaStatus, data: Record<string, unknown> = {}) => opened(status, { ...HOSTED, ...data })
const stillOpen = (status: SepaStatus, data: Record<string, unknown> = {}) => notPlaced(status, { ...HOSTED, ...data })

function checkoutAt(store: FakeStore, purchase: Purchase = CART, hosted = false) {
  return createSepaCheckout({ client: clientOf(store).client, purchase, locale: "en", hosted })
}

describe("a payment on CatalystPay's page", () => {
  it("leads to the page, and asks for no bank account and no mandate", async () => {
    const store = new FakeStore().on(SESSIONS, onPage("opened"))
    const checkout = checkoutAt(store)
    await checkout.start()
    expect(checkout.getState()).toMatchObject({
      outcome: { type: "needs_payment_page", url: PAGE, to_sign: false, order_id: null },
      mandate: null,
      hosted: true,
    })
    expect(viewOf(checkout.getState())).toBe("payment_page")
    expect(store.calls()).toEqual([SESSIONS])
  })

  it("is asked about when the shopper is back, whatever the address says", async () => {
    const store = new FakeStore().on(SESSIONS, onPage("opened")).on(COMPLETE, placed("approved", HOSTED))
    const checkout = checkoutAt(store)
    await checkout.start(null)
    expect(checkout.getState().outcome).toMatchObject({ type: "placed", order: { id: "order_1" } })
    expect(store.calls()).toEqual([SESSIONS, COMPLETE])
  })

  it("is offered again to somebody who comes back without having paid", async () => {
    const store = new FakeStore().on(SESSIONS, onPage("opened")).on(COMPLETE, stillOpen("opened"), placed("approved", HOSTED))
    const checkout = checkoutAt(store)
    await checkout.start("planted")
    expect(viewOf(checkout.getState())).toBe("payment_page")
    await checkout.check()
    expect(checkout.getState().outcome).toMatchObject({ type: "placed" })
    expect(store.calls()).not.toContain(MANDATE)
  })

  it("goes back there to have the mandate signed, and says so", async () => {
    const store = new FakeStore().on(SESSIONS, onPage("awaiting_verification"))
    const checkout = checkoutAt(store)
    await checkout.start()
    const { outcome } = checkout.getState()
    expect(outcome).toMatchObject({ type: "needs_payment_page", url: PAGE, to_sign: true })
    expect(outcome && messageOf(outcome, en)).toBe(en.verification.needed)
    expect(viewOf(checkout.getState())).toBe("payment_page")
  })

  it("may be tried with another account there after a decline", async () => {
    const declined = stillOpen("declined", declinedWith("unknown", { attempts_left: 1 }))
    const store = new FakeStore().on(SESSIONS, onPage("opened")).on(COMPLETE, declined)
    const checkout = checkoutAt(store)
    await checkout.start(null)
    const { outcome } = checkout.getState()
    expect(outcome && messageOf(outcome, en)).toBe("The debit was declined. You can try another account. You have one more try.")
    expect(viewOf(checkout.getState())).toBe("payment_page")
  })

  it("is started again after it has failed, without the form's fields coming up", async () => {
    const failed = { type: "cart", cart: { id: "cart_1", payment_collection: { payment_sessions: [session("failed", HOSTED)] } }, error: {} }
    const store = new FakeStore().on(SESSIONS, onPage("opened")).on(COMPLETE, failed)
    const checkout = checkoutAt(store)
    await checkout.start(null)
    expect(checkout.getState()).toMatchObject({ session: null, outcome: { type: "failed" } })
    expect(viewOf(checkout.getState())).toBe("payment_page")
    await checkout.start()
    expect(checkout.getState().outcome).toMatchObject({ type: "needs_payment_page" })
  })

  it("is unknown while CatalystPay does not say, and asked after: never failed, never to be paid twice", async () => {
    const unknown = stillOpen("submitting")
    const store = new FakeStore().on(SESSIONS, onPage("opened")).on(COMPLETE, unknown, unknown, unknown, unknown, placed("approved", HOSTED))
    const checkout = checkoutAt(store, CART, true)
    const views: string[] = []
    checkout.subscribe(() => views.push(viewOf(checkout.getState())))
    await checkout.start(null)
    expect(new Set(views)).toEqual(new Set(["payment_page", "waiting", "done"]))
    expect(checkout.getState().outcome).toMatchObject({ type: "placed" })
  })

  it("pays a placed order again", async () => {
    const order = { order_id: "order_1", payment_collection_id: "paycol_1" }
    const paid = { order_id: "order_1", payment_session: session("approved", HOSTED) }
    const unpaid = { order_id: "order_1", payment_session: session("opened", HOSTED) }
    const store = new FakeStore().on(SESSIONS, onPage("opened")).on(AUTHORIZE, unpaid, paid)
    const checkout = checkoutAt(store, order)
    await checkout.start()
    await checkout.check()
    expect(checkout.getState().outcome).toMatchObject({ type: "needs_payment_page", order_id: "order_1" })
    await checkout.check()
    expect(checkout.getState().outcome).toMatchObject({ type: "placed" })
  })

  it("goes to no address but a web page", async () => {
    const store = new FakeStore().on(SESSIONS, onPage("opened", { payment_url: "javascript:alert(1)" }))
    expect(await clientOf(store).client.startSession(CART)).toEqual({ type: "unavailable", retry_after: null })
  })

  it("has a sentence where a form of one's own sends a bank account all the same", async () => {
    const { client } = clientOf(new FakeStore().on(SESSIONS, refusal("collected_by_gateway", 409)))
    const outcome = await client.startSession(CART)
    expect(messageOf(outcome, en)).toBe(en.errors.collected_by_gateway)
  })
})

describe("the form of a payment on CatalystPay's page", () => {
  const html = (collect?: "hosted") => {
    const { client } = clientOf(new FakeStore())
    return renderToString(createElement(SepaDebitForm, { client, cart: CART, texts: de, collect, onPlaced: () => undefined }))
  }

  it("shows no field for a bank account, not even before the session is there", () => {
    expect(html("hosted")).not.toContain("<input")
    expect(html("hosted")).toContain(de.payment_page.needed)
    expect(html("hosted")).toContain('data-view="payment_page"')
    expect(html()).toContain("<input")
  })

  it("has a link to the page with the amount on it", async () => {
    const checkout = checkoutAt(new FakeStore().on(SESSIONS, onPage("opened")))
    await checkout.start()
    const state = checkout.getState()
    const { pay, check, giveUp, validateIban } = checkout
    const debit = { ...state, ...checkout, pay, check, giveUp, validateIban, view: viewOf(state), restart: async () => undefined }
    const panel = renderToString(createElement(PaymentPagePanel, { texts: en, busy: false, debit }))
    expect(panel).toContain(`href="${PAGE}"`)
    expect(panel.replace(/\s/g, " ")).toContain(en.labels.pay_amount("€20.71"))
  })
})

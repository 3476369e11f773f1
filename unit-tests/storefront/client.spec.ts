import Medusa from "@medusajs/js-sdk"
import { createSepaClient } from "../../storefront"
import { FakeStore, FetchError, networkFailure, refusal } from "./fake-store"
import {
  account,
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

const CHECK = "POST /store/catalystpay/iban"

it("takes an instance of Medusa's own SDK", () => {
  expect(createSepaClient(new Medusa({ baseUrl: "http://localhost:9000" }))).toHaveProperty("complete")
})

describe("starting a session", () => {
  it("opens one for the cart, and asks for refusals as answers", async () => {
    const store = new FakeStore().on(SESSIONS, opened("opened"))
    const outcome = await clientOf(store).client.startSession(CART)
    expect(outcome).toMatchObject({ type: "needs_bank_account", session: { id: "payses_1" } })
    expect(store.seen[0]).toMatchObject({
      body: { provider_id: "pp_catalystpay_sepa" },
      headers: { accept: "application/json; errors=answer" },
    })
  })

  it("makes the payment collection of a cart that has none", async () => {
    const store = new FakeStore()
      .on("POST /store/payment-collections", { payment_collection: { id: "paycol_1" } })
      .on(SESSIONS, opened("opened"))
    expect(await clientOf(store).client.startSession({ id: "cart_1" })).toMatchObject({ type: "needs_bank_account" })
    expect(store.seen[0]?.body).toEqual({ cart_id: "cart_1" })
  })

  it("opens one session for two calls at the same time", async () => {
    const store = new FakeStore().on(SESSIONS, opened("opened"))
    const { client } = clientOf(store)
    const [one, other] = await Promise.all([client.startSession(CART), client.startSession(CART)])
    expect(one).toEqual(other)
    expect(store.calls()).toEqual([SESSIONS])
  })

  it("takes the session that the cart has, unless a fresh one is asked for", async () => {
    const cart = { ...CART, payment_collection: { id: "paycol_1", payment_sessions: [session("declined", declinedWith("account_closed"))] } }
    const store = new FakeStore().on(SESSIONS, opened("opened"))
    const { client } = clientOf(store)
    expect(await client.startSession(cart)).toMatchObject({ type: "declined", code: "account_closed", order_id: null })
    expect(store.calls()).toEqual([])
    expect(await client.startSession(cart, { fresh: true })).toMatchObject({ type: "needs_bank_account" })
  })

  it.each(["failed", "cancelled", "superseded"] as const)("opens another one in place of one that is %s", async (status) => {
    const cart = { ...CART, payment_collection: { id: "paycol_1", payment_sessions: [session(status)] } }
    const store = new FakeStore().on(SESSIONS, opened("opened"))
    expect(await clientOf(store).client.startSession(cart)).toMatchObject({ type: "needs_bank_account" })
  })

  it("finds the payment that is under way on a cart that was read before it", async () => {
    const store = new FakeStore()
      .on(SESSIONS, refusal("payment_in_progress", 409))
      .on("GET /store/carts/cart_1", { cart: { payment_collection: { payment_sessions: [session("awaiting_verification")] } } })
    expect(await clientOf(store).client.startSession(CART)).toMatchObject({
      type: "needs_verification",
      url: "https://bank.example/sign",
    })
  })

  it("calls a submission that nobody has answered yet a payment in progress", async () => {
    const cart = { ...CART, payment_collection: { id: "paycol_1", payment_sessions: [session("submitting")] } }
    expect(await clientOf(new FakeStore()).client.startSession(cart)).toEqual({ type: "in_progress", code: "payment_in_progress" })
  })

  it("finds the debit of a placed order that is under way", async () => {
    const store = new FakeStore().on(SESSIONS, refusal("payment_in_progress", 409)).on(ORDER, placed("queued"))
    const { client } = clientOf(store)
    const outcome = await client.startSession({ order_id: "order_1", payment_collection_id: "paycol_1" })
    expect(outcome).toMatchObject({ type: "placed_pending", order: { id: "order_1", display_id: 7 } })
  })

  it.each([
    ["silence", networkFailure(), { type: "unreachable" }],
    ["503", refusal("gateway_unavailable", 503, 5), { type: "unavailable", retry_after: 5 }],
    ["429", refusal("too_many_attempts", 429, 60), { type: "throttled", retry_after: 60 }],
    ["404", new FetchError("Not found", 404), { type: "refused", code: null, status: 404, field: null, message: "Not found" }],
    ["another page", { nothing: true }, { type: "unavailable", retry_after: null }],
  ])("tells of %s as what it is, since nothing was debited", async (_name, reply, outcome) => {
    const store = new FakeStore().on(SESSIONS, reply)
    expect(await clientOf(store).client.startSession(CART)).toEqual(outcome)
  })
})

describe("giving the bank account", () => {
  it("sends the IBAN in the body and nowhere else", async () => {
    const store = new FakeStore().on(CHECK, { valid: true, country: "DE", bank_name: "Commerzbank", bic: "COBADEFF", error: null }).on(ACCOUNT, step("ready"))
    const { client } = clientOf(store)
    expect(await client.validateIban(IBAN, "payses_1")).toEqual({ type: "valid", country: "DE", bank_name: "Commerzbank", bic: "COBADEFF" })
    expect(await client.attachBankAccount(account)).toMatchObject({ type: "ready" })
    for (const { body, ...rest } of store.seen) {
      expect(body).toMatchObject({ iban: IBAN })
      expect(JSON.stringify(rest)).not.toContain(IBAN)
    }
    expect(store.seen[1]?.body).toEqual({
      iban: IBAN,
      iban_holder_name: "Max Mustermann",
      mandate: { accepted: true, locale: "en", text_version: "2026-11" },
    })
  })

  it.each(["invalid_iban", "iban_not_sepa"])("passes on that an IBAN is %s", async (code) => {
    const store = new FakeStore().on(CHECK, { valid: false, country: null, bank_name: null, bic: null, error: { code, message: "No." } })
    expect(await clientOf(store).client.validateIban(IBAN, null)).toEqual({ type: "invalid", code })
    expect(store.seen[0]?.body).toEqual({ iban: IBAN })
  })

  it.each([
    ["invalid_iban", "iban"],
    ["iban_not_sepa", "iban"],
    ["invalid_holder_name", "holder_name"],
    ["mandate_not_accepted", "mandate"],
    ["mandate_text_outdated", "mandate"],
    ["session_not_payable", null],
  ])("names the field that %s is about", async (code, field) => {
    const store = new FakeStore().on(ACCOUNT, refusal(code, 400))
    expect(await clientOf(store).client.attachBankAccount(account)).toMatchObject({ type: "refused", code, field })
  })

  it("throws nothing that could carry the IBAN into a log", async () => {
    const store = new FakeStore().on(ACCOUNT, new Error(`cannot send ${IBAN}`))
    const outcome = await clientOf(store).client.attachBankAccount(account)
    expect(outcome).toEqual({ type: "unreachable" })
  })

  it("reads the mandate in the shopper's language", async () => {
    const store = new FakeStore().on(MANDATE, mandate)
    const outcome = await clientOf(store).client.mandate("payses_1", "de")
    expect(outcome).toMatchObject({ type: "mandate", mandate: { text_version: "2026-11", creditor: { identifier: "DE98ZZZ09999999999" } } })
    expect(store.seen[0]?.query).toEqual({ locale: "de" })
  })
})

describe("completing the cart", () => {
  it.each([
    ["approved", placed("approved"), { type: "placed", order: { id: "order_1", display_id: 7 } }],
    ["queued", placed("queued"), { type: "placed_pending", order: { id: "order_1", display_id: 7 } }],
    ["of unknown outcome", placed("submitting"), { type: "placed_pending", order: { id: "order_1", display_id: 7 } }],
    ["failed since", placed("failed", declinedWith("account_closed")), { type: "failed", code: "account_closed", order_id: "order_1" }],
  ])("answers with the order and what its debit is: %s", async (_name, answer, outcome) => {
    const store = new FakeStore().on(COMPLETE, answer)
    expect(await clientOf(store).client.complete("cart_1")).toMatchObject(outcome)
  })

  it("knows an order that costs nothing", async () => {
    const store = new FakeStore().on(COMPLETE, { type: "order", order: { id: "order_1", display_id: 7, payment_collections: [] } })
    expect(await clientOf(store).client.complete("cart_1")).toEqual({ type: "placed", order: { id: "order_1", display_id: 7 }, session: null })
  })

  it.each([
    ["declined", notPlaced("declined", declinedWith("insufficient_funds", { attempts_left: 2 })), { type: "declined", code: "insufficient_funds", attempts_left: 2 }],
    ["declined for a reason that it does not know", notPlaced("declined", declinedWith("brand_new")), { type: "declined", code: "unknown", attempts_left: null }],
    ["failed", notPlaced("failed", declinedWith("do_not_honor")), { type: "failed", code: "do_not_honor", order_id: null }],
    ["cancelled", notPlaced("cancelled"), { type: "ended" }],
    ["without a bank account", notPlaced("opened"), { type: "needs_bank_account" }],
    ["certainly not sent", notPlaced("ready"), { type: "unavailable", retry_after: null }],
    ["awaiting_verification", notPlaced("awaiting_verification"), { type: "needs_verification", url: "https://bank.example/sign", order_id: null }],
    ["approved, and the order broke off", notPlaced("approved"), { type: "approved" }],
  ])("answers what is between the cart and an order: %s", async (_name, answer, outcome) => {
    const store = new FakeStore().on(COMPLETE, answer)
    expect(await clientOf(store).client.complete("cart_1")).toMatchObject(outcome)
    expect(store.calls()).toEqual([COMPLETE])
  })

  it("goes to no address but a web page", async () => {
    const planted = notPlaced("awaiting_verification", { verification_url: "javascript:alert(1)" })
    expect(await clientOf(new FakeStore().on(COMPLETE, planted)).client.complete("cart_1")).toEqual({ type: "unknown" })
  })

  it.each([
    ["a lost connection", networkFailure()],
    ["a proxy's error page", new FetchError("Bad Gateway", 502)],
    ["an answer cut off", new SyntaxError("Unexpected end of JSON input")],
    ["another request that completes it", new FetchError("Conflict", 409)],
    ["a busy store", refusal("agreement_busy", 503)],
    ["a page that is none of the store's", "<html>"],
  ])("asks again after %s, and takes the answer", async (_name, failure) => {
    const store = new FakeStore().on(COMPLETE, failure, placed("approved"))
    const { client, pauses } = clientOf(store)
    expect(await client.complete("cart_1")).toMatchObject({ type: "placed" })
    expect(pauses).toEqual([2_000])
  })

  it("calls what nobody answered unknown, and never failed", async () => {
    const store = new FakeStore().on(COMPLETE, networkFailure())
    expect(await clientOf(store).client.complete("cart_1")).toEqual({ type: "unknown" })
    expect(store.calls()).toEqual([COMPLETE, COMPLETE, COMPLETE])
  })

  it.each([
    ["gateway_unavailable", 503, { type: "unavailable" }],
    ["too_many_attempts", 429, { type: "throttled" }],
    ["session_not_payable", 409, { type: "refused", code: "session_not_payable" }],
    [undefined, 400, { type: "refused", code: null }],
  ])("takes the plugin's own word (%s) for it", async (code, status, outcome) => {
    const store = new FakeStore().on(COMPLETE, refusal(code, status))
    expect(await clientOf(store).client.complete("cart_1")).toMatchObject(outcome)
    expect(store.calls()).toEqual([COMPLETE])
  })
})

describe("a mandate that has to be signed", () => {
  const verified = { cart_id: "cart_1", session_id: "payses_1", verification_id: "vnd_1" }

  it("is completed when the shopper is back", async () => {
    const store = new FakeStore().on(RETURN, step("awaiting_verification")).on(COMPLETE, placed("approved"))
    expect(await clientOf(store).client.takeVerificationReturn(verified)).toMatchObject({ type: "placed" })
    expect(store.seen[0]?.body).toEqual({ verification_id: "vnd_1" })
  })

  it("answers the same when the shopper comes back twice", async () => {
    const store = new FakeStore().on(RETURN, refusal("session_not_payable", 409)).on(COMPLETE, placed("approved"))
    expect(await clientOf(store).client.takeVerificationReturn(verified)).toMatchObject({ type: "placed" })
  })

  it("of a placed order is concluded without completing anything", async () => {
    const store = new FakeStore().on(RETURN, step("approved"))
    const { client } = clientOf(store)
    const outcome = await client.takeVerificationReturn({ order_id: "order_1", session_id: "payses_1", verification_id: null })
    expect(outcome).toMatchObject({ type: "placed", order: { id: "order_1" } })
    expect(store.seen.map(({ body }) => body)).toEqual([{}])
  })

  it("may be returned from again when the store was not reached", async () => {
    const store = new FakeStore().on(RETURN, networkFailure())
    expect(await clientOf(store).client.takeVerificationReturn(verified)).toEqual({ type: "unreachable" })
  })

  it.each([
    ["another account may follow", step("declined", declinedWith("mandate_rejected")), { type: "declined", code: "mandate_rejected" }],
    ["the session has ended", step("cancelled"), { type: "ended" }],
    ["the bank alone can end it", refusal("verification_open", 409), { type: "in_progress", code: "verification_open" }],
  ])("can be given up: %s", async (_name, reply, outcome) => {
    const store = new FakeStore().on(GIVE_UP, reply)
    expect(await clientOf(store).client.giveUpVerification(verified)).toMatchObject(outcome)
  })

  it("is completed when it had been signed after all", async () => {
    const store = new FakeStore().on(GIVE_UP, step("approved")).on(COMPLETE, placed("approved"))
    expect(await clientOf(store).client.giveUpVerification(verified)).toMatchObject({ type: "placed" })
  })
})

describe("paying a placed order", () => {
  it.each([
    ["approved", { type: "placed", order: { id: "order_1", display_id: null } }],
    ["queued", { type: "placed_pending" }],
    ["submitting", { type: "placed_pending" }],
    ["awaiting_verification", { type: "needs_verification", order_id: "order_1" }],
    ["declined", { type: "declined", order_id: "order_1" }],
  ] as const)("says what became of the debit: %s", async (status, outcome) => {
    const store = new FakeStore().on(AUTHORIZE, { ...step(status), order_id: "order_1" })
    expect(await clientOf(store).client.payPlacedOrder("payses_1")).toMatchObject(outcome)
  })

  it("presses again after a lost answer, and calls lasting silence unknown", async () => {
    const store = new FakeStore().on(AUTHORIZE, networkFailure())
    expect(await clientOf(store).client.payPlacedOrder("payses_1")).toEqual({ type: "unknown" })
    expect(store.calls()).toHaveLength(3)
    const refused = new FakeStore().on(AUTHORIZE, refusal("order_not_payable", 409))
    expect(await clientOf(refused).client.payPlacedOrder("payses_1")).toMatchObject({ type: "refused", code: "order_not_payable" })
  })
})

describe("waiting for the outcome", () => {
  it("completes the cart until there is an order, then looks at the order", async () => {
    const store = new FakeStore()
      .on(COMPLETE, networkFailure(), networkFailure(), networkFailure(), placed("submitting"))
      .on(ORDER, networkFailure(), placed("submitting"), placed("approved"))
    const { client, pauses } = clientOf(store)
    const outcome = await client.waitForOutcome({ cart_id: "cart_1" }, "payses_1")
    expect(outcome).toMatchObject({ type: "placed", order: { id: "order_1" } })
    expect(pauses.every((pause) => pause >= 2_000 && pause <= 30_000)).toBe(true)
  })

  it("pauses longer and longer, half a minute at most", async () => {
    const store = new FakeStore().on(ORDER, placed("submitting"))
    const { client, pauses } = clientOf(store)
    expect(await client.waitForOutcome({ order_id: "order_1" }, null, { looks: 9 })).toMatchObject({ type: "placed_pending" })
    expect(pauses).toEqual([2_000, 3_000, 4_500, 6_750, 10_125, 15_187.5, 22_781.25, 30_000, 30_000])
  })

  it("finds the debit that failed, and the mandate that has to be signed after all", async () => {
    const failed = new FakeStore().on(ORDER, placed("failed", declinedWith("not_submitted")))
    expect(await clientOf(failed).client.waitForOutcome({ order_id: "order_1" }, null)).toMatchObject({
      type: "failed",
      code: "not_submitted",
      order_id: "order_1",
    })
    const unsigned = new FakeStore().on(ORDER, placed("awaiting_verification"))
    expect(await clientOf(unsigned).client.waitForOutcome({ order_id: "order_1" }, null)).toMatchObject({
      type: "needs_verification",
      order_id: "order_1",
    })
  })

  it("ends with the signal", async () => {
    const store = new FakeStore().on(ORDER, placed("submitting"))
    const given = new AbortController()
    const waiting = clientOf(store).client.waitForOutcome({ order_id: "order_1" }, null, { signal: given.signal })
    given.abort(new Error("left the page"))
    await expect(waiting).rejects.toThrow("left the page")
  })
})

import { APPROVED, DECLINED } from "../support/ibans"
import { eventually } from "../support/eventually"
import type { Shop } from "../support/shop-suite"

const REFUSED = {
  status: 400,
  body: {
    type: "invalid_data",
    code: "iban_in_session_data",
    message:
      "An IBAN does not belong into a payment session's data. Send it to " +
      "POST /store/catalystpay/payment-sessions/:id/bank-account instead.",
  },
}

export function plantedData(shop: Shop): void {
  const lies = {
    session_token: "planted",
    status: "approved",
    captured_at: "2026-01-01T00:00:00.000Z",
    amount: "0.01",
    currency_code: "usd",
    verification_url: "https://evil.example",
    payment_url: "https://evil.example",
    transaction_id: "planted",
    order_number: "planted",
    retry_allowed: true,
    mandate: { accepted_at: "2026-01-01T00:00:00.000Z" },
    error: { code: "planted", message: "planted" },
    attempt: 9,
  }

  it("is overwritten wherever it stands in the place of ours", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    await shopper.openCollection()
    expect((await shopper.openSession({ ...lies, session_id: "payses_planted" })).status).toBe(200)
    const [own] = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
    expect((await shopper.session()).data).toMatchObject({
      session_id: shopper.sessionId,
      session_token: own?.session_token,
      status: "opened",
      attempt: 0,
      amount: "20.71",
      currency_code: "eur",
      verification_url: null,
      payment_url: expect.stringContaining("/s/") as unknown,
      bank_account: null,
      mandate: null,
      error: null,
      retry_allowed: null,
      attempts_left: null,
      order_number: null,
      transaction_id: null,
      livemode: null,
      test_mode: null,
    })
    expect(own).toMatchObject({ amount: "20.71", currency: "EUR" })
  })

  it("does not place an order by itself, and a decline stays a decline", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    await shopper.openCollection()
    await shopper.openSession(lies)
    expect(await shopper.complete()).toMatchObject({
      body: { type: "cart", error: { type: "payment_requires_more_error" } },
    })
    await shopper.giveBankAccount(DECLINED)
    expect(await shopper.complete()).toMatchObject({
      body: { type: "cart", error: { type: "payment_authorization_error" } },
    })
    expect((await shopper.session()).data).toMatchObject({
      status: "declined",
      verification_url: null,
      amount: "20.71",
    })
    expect(await shop.database.count("order")).toBe(0)
    expect(await shop.database.count("payment")).toBe(0)
  })

  it("does not capture a debit that the gateway has not confirmed", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    await shopper.openCollection()
    await shopper.openSession(lies)
    await shopper.giveBankAccount(APPROVED)
    shop.sandbox.holdWebhooks()
    const order = await shopper.placeOrder()
    expect(order.payment_status).toBe("authorized")
    await shop.sandbox.releaseWebhooks()
    await eventually(() => shopper.order(order.id), (now) => now.payment_status === "captured")
    expect(await shop.database.rows("select amount from capture")).toEqual([{ amount: "20.706" }])
  })

  it("cannot cancel another shopper's debit, not even with its ids and its token", async () => {
    const victim = shop.newShopper()
    await victim.goToPayment()
    const { session_token } = await shop.database.debit(victim.sessionId)
    const attacker = shop.newShopper()
    await attacker.fillCart()
    await attacker.openCollection()
    await attacker.openSession({ session_id: victim.sessionId, session_token })
    await attacker.addItem()
    expect(await attacker.sessions()).toEqual([])

    expect(await shop.database.debit(victim.sessionId)).toMatchObject({ status: "opened" })
    const [session] = shop.sandbox.sessions().filter(({ lead }) => lead.email === victim.email)
    expect(session?.status).toBe("PENDING")
    await victim.giveBankAccount(APPROVED)
    await victim.placeOrder()
  })

  const withIban: [string, unknown][] = [
    ["under a key of that name", { iban: "any" }],
    ["under a key with that word in it", { bank: { customerIban: "any" } }],
    ["as a value", { note: APPROVED }],
    ["in groups and lower case", { deep: { note: `my account is ${"de89 3704 0044 0532 0130 00"}.` } }],
    ["with dashes", { list: [{ of: ["DE89-3704-0044-0532-0130-00"] }] }],
    ["as a key", { [APPROVED]: true }],
    ["too deep to be looked for", { a: { b: { c: { d: { e: { f: { g: { h: { i: { j: 1 } } } } } } } } } }],
  ]

  it("is refused when it holds an IBAN anywhere, and nothing is stored", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    await shopper.openCollection()
    for (const [where, data] of withIban) {
      const answer = await shopper.openSession(data)
      expect({ where, answer }).toEqual({ where, answer: REFUSED })
    }
    expect(await shopper.sessions()).toEqual([])
    expect(await shop.database.count("payment_session")).toBe(0)
    expect(shop.gatewayCalls()).toEqual([])
  })

  it("is another provider's own business", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    await shopper.openCollection()
    expect((await shopper.openSession({ iban_hint: "none" }, "pp_system_default")).status).toBe(200)
    expect(shop.gatewayCalls()).toEqual([])
  })

  it("may hold what a storefront needs for itself", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    await shopper.openCollection()
    expect((await shopper.openSession({ storefront: { step: 3 } })).status).toBe(200)
    expect((await shopper.session()).data).toMatchObject({ status: "opened", storefront: { step: 3 } })
  })
}

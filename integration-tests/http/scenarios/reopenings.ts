import { PROVIDER_ID } from "../support/environment"
import { eventually } from "../support/eventually"
import { APPROVED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"

export function reopenings(shop: Shop): void {
  it("adopts the open CatalystPay session while cart and amount are the same", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    const first = await shopper.session()
    expect((await shopper.openSession()).status).toBe(200)
    const second = await shopper.session()
    expect(second.id).not.toBe(first.id)
    expect(second.data).toMatchObject({
      session_id: second.id,
      session_token: first.data.session_token,
      status: "opened",
    })
    expect(shop.gatewayCalls()).toEqual(["create"])
    await shopper.giveBankAccount(APPROVED)
    await shopper.placeOrder()
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "pay"])
  })

  it("keeps the bank account that was given before the session was adopted", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    await shopper.openSession()
    expect((await shopper.session()).data).toMatchObject({ status: "ready", bank_account: { iban_last4: "3000" } })
    await shopper.placeOrder()
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "pay"])
  })

  it("cancels the old CatalystPay session when the cart's total has changed", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    const { data } = await shopper.session()
    expect((await shopper.addItem()).status).toBe(200)
    await shopper.openSession()
    const changed = await shopper.session()
    expect(changed.data.session_token).not.toBe(data.session_token)
    expect(shop.gatewayCalls()).toEqual(["create", "cancel", "create"])
    const sessions = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
    expect(sessions.map(({ status, amount }) => ({ status, amount }))).toEqual([
      { status: "EXPIRED", amount: "20.71" },
      { status: "PENDING", amount: "35.58" },
    ])
    expect(changed.data).toMatchObject({ amount: "35.58", status: "opened" })
    const rows = await shop.database.rows("select status from catalystpay_debit order by created_at")
    expect(rows).toEqual([{ status: "cancelled" }, { status: "opened" }])
  })

  it("supersedes the session of another cart of the same e-mail", async () => {
    const first = shop.newShopper()
    await first.goToPayment()
    await first.giveBankAccount(APPROVED)
    const second = shop.newShopper()
    await second.goToPayment({ email: first.email })
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "cancel", "create"])
    expect(await shop.database.debit(first.sessionId)).toMatchObject({ status: "superseded", sealed_iban: null })
    expect(await first.giveBankAccount(APPROVED)).toEqual({
      status: 409,
      body: {
        type: "conflict",
        code: "session_not_payable",
        message: "This payment has ended. Please start it again.",
      },
    })
    const refused = await first.complete()
    expect(refused).toMatchObject({
      status: 200,
      body: { type: "cart", error: { message: "This payment has ended. Please start it again." } },
    })
    await second.giveBankAccount(APPROVED)
    await second.placeOrder()
    expect(await shop.database.count("order")).toBe(1)
  })

  it("gives a superseded cart a fresh session when it goes on", async () => {
    const first = shop.newShopper()
    await first.goToPayment()
    const second = shop.newShopper()
    await second.goToPayment({ email: first.email })
    expect((await first.openSession()).status).toBe(200)
    await first.giveBankAccount(APPROVED)
    await first.placeOrder()
    expect(await shop.database.debit(second.sessionId)).toMatchObject({ status: "superseded" })
  })

  it("knows the lead by its e-mail in any case", async () => {
    const first = shop.newShopper()
    await first.goToPayment()
    const second = shop.newShopper()
    await second.goToPayment({ email: first.email.toUpperCase() })
    expect(shop.gatewayCalls()).toEqual(["create", "cancel", "create"])
  })

  it("is refused once the cart's debit was approved", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    const order = await shopper.placeOrder()
    expect(await shopper.openSession()).toEqual({
      status: 409,
      body: { type: "conflict", code: "payment_in_progress", message: "This is already paid. Please complete your order." },
    })
    expect((await shopper.order(order.id)).payment_collections[0]?.payment_sessions[0]?.id).toBe(shopper.sessionId)
  })

  it("answers 200 to requests that come at the same moment, opens one CatalystPay session and leaves one of Medusa's", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    await shopper.openCollection()
    const answers = await Promise.all([shopper.openSession(), shopper.openSession(), shopper.openSession()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(shop.gatewayCalls()).toEqual(["create"])
    expect(await shop.database.count("catalystpay_debit")).toBe(1)
    expect(await shop.database.count("catalystpay_lease")).toBe(0)
    const live = await shopper.sessions()
    expect(live).toHaveLength(1)
    shopper.sessionId = live[0]?.id ?? ""
    await shopper.giveBankAccount(APPROVED)
    await shopper.placeOrder()
  })

  it("waits for a request of another process, and says when its turn does not come", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    await shopper.openCollection()
    const name = `collection:${shopper.collectionId}`
    const elsewhere = (seconds: number) =>
      shop.database.rows(
        "insert into catalystpay_lease (id, name, holder, expires_at) " +
          "values ('cplse_elsewhere', ?, 'another process', now() + ? * interval '1 second') returning id",
        [name, String(seconds)],
      )
    await elsewhere(60)
    const takeTime = shop.hurry()
    expect(await shopper.openSession()).toMatchObject({ status: 503, body: { code: "gateway_unavailable" } })
    expect(shop.gatewayCalls()).toEqual([])
    takeTime()

    await shop.database.rows("delete from catalystpay_lease where name = ? returning id", [name])
    await elsewhere(1)
    expect((await shopper.openSession()).status).toBe(200)
  })

  it("is not held up by a shopper who went away while it was opened", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    await shopper.openCollection()
    const gone = new AbortController()
    const url = `${shop.http.baseUrl()}/store/payment-collections/${shopper.collectionId}/payment-sessions`
    const left = fetch(url, {
      method: "POST",
      signal: gone.signal,
      headers: { "content-type": "application/json", "x-publishable-api-key": shop.seeded().publishable_key },
      body: JSON.stringify({ provider_id: PROVIDER_ID }),
    })
    await eventually(
      () => shop.database.count("catalystpay_lease"),
      (held) => held > 0,
    )
    gone.abort()
    await expect(left).rejects.toThrow("aborted")
    expect((await shopper.openSession()).status).toBe(200)
    expect(await shopper.sessions()).toHaveLength(1)
    expect(shop.gatewayCalls()).toEqual(["create"])
  })
}

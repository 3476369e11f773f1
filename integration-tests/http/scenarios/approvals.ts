import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../../src/modules/catalystpay"
import { eventually } from "../support/eventually"
import { APPROVED, BRITISH, UNKNOWN_BANK } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"

/** One mug of 12.50 and delivery for 4.90, with 19 % value added tax: Medusa does not round it. */
const UNROUNDED = 20.706

export function approvals(shop: Shop): void {
  async function capturedOrder(shopper: Shopper, orderId: string) {
    // The order's own transaction is written a moment after the capture, before the webhook counts as processed.
    await eventually(
      () => shop.database.deliveries(),
      (rows) => rows.length > 0 && rows.every(({ processed_at }) => processed_at !== null),
    )
    return eventually(() => shopper.order(orderId), (order) => order.payment_status === "captured")
  }

  it("costs a guest three gateway calls, and the webhook captures the order", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    expect((await shopper.giveBankAccount(APPROVED)).status).toBe(200)
    const placed = await shopper.placeOrder()
    const order = await capturedOrder(shopper, placed.id)

    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "pay"])
    const [debit] = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
    expect(debit).toMatchObject({
      status: "COMPLETED",
      amount: "20.71",
      currency: "EUR",
      tenant_references: [`${shopper.sessionId}.1`],
    })
    expect(order.payment_collections[0]?.payment_sessions[0]?.data).toMatchObject({
      session_id: shopper.sessionId,
      session_token: debit?.session_token,
      status: "approved",
      attempt: 1,
      amount: "20.71",
      currency_code: "eur",
      bank_account: { iban_last4: "3000", iban_country: "DE", bank_name: "Commerzbank" },
      error: null,
      verification_url: null,
      order_number: debit?.transactions[0]?.order_number,
      transaction_id: debit?.transactions[0]?.id,
      livemode: false,
      test_mode: true,
    })
  })

  it("is authorised and not yet captured while the webhook has not come", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    shop.sandbox.holdWebhooks()
    const order = await shopper.placeOrder()
    expect(order.payment_status).toBe("authorized")
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "approved", captured_at: null })

    await shop.sandbox.releaseWebhooks()
    await capturedOrder(shopper, order.id)
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ captured_amount: "20.71" })
  })

  it("is captured in full although the gateway's amount is rounded", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    const placed = await shopper.placeOrder()
    const order = await capturedOrder(shopper, placed.id)
    const [collection] = order.payment_collections
    expect(order.total).toBe(UNROUNDED)
    expect(collection).toMatchObject({ status: "completed", amount: UNROUNDED, captured_amount: UNROUNDED })
    expect(collection?.payments).toHaveLength(1)
    expect(collection?.payments[0]).toMatchObject({ amount: UNROUNDED, canceled_at: null })
    expect(await shop.database.rows("select amount from capture")).toEqual([{ amount: String(UNROUNDED) }])
    // Medusa writes the order's transaction after the capture that its payment status is read from.
    const transactions = await eventually(
      () => shop.database.rows("select amount from order_transaction"),
      (rows) => rows.length > 0,
    )
    expect(transactions).toEqual([{ amount: String(UNROUNDED) }])
  })

  it("asks the bank registry once, also when the storefront checked the IBAN for the session before", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    const iban = "de89 3704 0044 0532 0130 00"
    const check = { iban, payment_session_id: shopper.sessionId }
    const checked = await shopper.call("POST", "/store/catalystpay/iban", check)
    expect(checked).toEqual({
      status: 200,
      body: { valid: true, country: "DE", bank_name: "Commerzbank", bic: "COBADEFFXXX", error: null },
    })
    await shopper.giveBankAccount(APPROVED)
    await shopper.placeOrder()
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "pay"])
  })

  it("keeps no IBAN, not even sealed, once the outcome is known", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({
      status: "ready",
      sealed_iban: expect.stringMatching(/^v1\./) as unknown,
    })
    await shopper.placeOrder()
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({
      status: "approved",
      sealed_iban: null,
      sealed_at: null,
      iban_check: null,
      iban_last4: "3000",
    })
  })

  it("keeps the evidence of the mandate, in the language in which it was accepted", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    const { body } = await shopper.mandate("de-AT")
    await shopper.giveBankAccount(APPROVED, { mandate: { accepted: true, locale: "de-AT" } })
    await shopper.placeOrder()
    const { id, order_number } = await shop.database.debit(shopper.sessionId)
    const evidence = await shop.database.one("select * from catalystpay_mandate where debit_id = ?", [String(id)])
    expect(body).toMatchObject({ mandate: { locale: "de", text: evidence.text, text_hash: evidence.text_hash } })
    expect(evidence).toMatchObject({
      attempt: 1,
      locale: "de",
      holder_name: "Max Mustermann",
      iban_last4: "3000",
      creditor_identifier: "DE98ZZZ09999999999",
      reference: `MAND-${String(order_number)}`,
      sequence_type: "FRST",
      user_agent: expect.any(String) as unknown,
    })
  })

  it("works for a customer who is logged in, as the account's own order", async () => {
    const shopper = shop.newShopper()
    await shopper.register()
    await shopper.goToPayment()
    expect((await shopper.giveBankAccount(APPROVED)).status).toBe(200)
    const placed = await shopper.placeOrder()
    await capturedOrder(shopper, placed.id)
    const { body } = await shopper.call("GET", "/store/orders")
    expect(body).toMatchObject({ count: 1, orders: [{ id: placed.id }] })
  })

  it.each([
    ["from outside Germany", BRITISH, { iban_last4: "5432", iban_country: "GB", bank_name: null }],
    [
      "of a bank that the registry does not know",
      UNKNOWN_BANK,
      { iban_last4: "0009", iban_country: "DE", bank_name: null },
    ],
  ])("takes an IBAN %s", async (_what, iban, bank_account) => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(iban)
    await shopper.placeOrder()
    expect((await shopper.session()).data).toMatchObject({ status: "approved", bank_account })
  })

  it("does not stop because the bank registry is down", async () => {
    shop.sandbox.faults.validateIbanDown = true
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    expect((await shopper.giveBankAccount(APPROVED)).status).toBe(200)
    const placed = await shopper.placeOrder()
    await capturedOrder(shopper, placed.id)
  })

  it("is captured together with the order where the store captures on approval", async () => {
    const { settings } = shop.container().resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
    settings.capture = "on_approval"
    try {
      const shopper = shop.newShopper()
      await shopper.goToPayment()
      await shopper.giveBankAccount(APPROVED)
      shop.sandbox.holdWebhooks()
      const order = await shopper.placeOrder()
      expect(order.payment_status).toBe("captured")
      await shop.sandbox.releaseWebhooks()
      await eventually(() => shop.database.deliveries(), (rows) => rows.every(({ status }) => status === "processed"))
      expect(await shop.database.count("capture")).toBe(1)
      expect(await shop.database.count("order_transaction")).toBe(1)
      expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ captured_amount: "20.71" })
    } finally {
      settings.capture = "on_webhook"
    }
  })

  it("places one order when the shopper presses pay twice", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    const [one, other] = await Promise.all([shopper.placeOrder(), shopper.placeOrder()])
    expect(one.id).toBe(other.id)
    expect(await shop.database.count("order")).toBe(1)
    expect(shop.gatewayCalls().filter((operation) => operation === "pay")).toHaveLength(1)
  })

  it("answers which step is missing when pay is pressed before there is a bank account", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    expect(await shopper.complete()).toMatchObject({
      status: 200,
      body: {
        type: "cart",
        error: {
          type: "payment_requires_more_error",
          message: "Please enter your bank account and accept the mandate first.",
        },
      },
    })
    expect(shop.gatewayCalls()).toEqual(["create"])
    await shopper.giveBankAccount(APPROVED)
    expect((await shopper.placeOrder()).payment_status).toMatch(/^(authorized|captured)$/)
  })
}

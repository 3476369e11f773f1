import { cartAnswer, placedAnswer } from "../support/answers"
import { eventually } from "../support/eventually"
import { APPROVED, AWAITING } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"

const SIGN_FIRST = "Your bank asks you to sign the mandate. Please follow the link to confirm it."

export function verifications(shop: Shop): void {
  /** Up to the moment at which the shopper is sent to the bank's page. */
  async function goToVerification(): Promise<{ shopper: Shopper; page: string }> {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(AWAITING)
    expect(await shopper.complete()).toMatchObject(signFirst())
    const { data } = await shopper.session()
    expect(data.status).toBe("awaiting_verification")
    return { shopper, page: data.verification_url ?? "" }
  }

  function signFirst() {
    return {
      status: 200,
      body: { type: "cart", error: { type: "payment_requires_more_error", message: SIGN_FIRST } },
    }
  }

  async function decide(page: string, decision: "sign" | "refuse"): Promise<void> {
    const response = await fetch(page, { method: "POST", body: new URLSearchParams({ decision }), redirect: "manual" })
    expect(response.status).toBe(200)
  }

  const verifyCalls = () => shop.gatewayCalls().filter((operation) => operation === "verify").length

  it("is signed on the bank's page, and the order is placed and captured", async () => {
    const { shopper, page } = await goToVerification()
    expect(page).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/verification\//)
    await decide(page, "sign")
    expect((await shopper.returnFromVerification("vnd_verify_1")).status).toBe(200)
    const placed = await shopper.placeOrder()
    await eventually(() => shopper.order(placed.id), (order) => order.payment_status === "captured")
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "pay", "verify"])
    expect((await shopper.session()).data).toMatchObject({ status: "approved", verification_url: null, error: null })
  })

  it("is verified once for a return, however often pay is pressed", async () => {
    const { shopper, page } = await goToVerification()
    await decide(page, "sign")
    await shopper.returnFromVerification()
    const [one, other] = await Promise.all([shopper.placeOrder(), shopper.placeOrder()])
    expect(one.id).toBe(other.id)
    await shopper.placeOrder()
    expect(verifyCalls()).toBe(1)
    expect(await shop.database.count("order")).toBe(1)
  })

  it("is verified once for each of two returns, however many complete the cart at the same moment", async () => {
    const { shopper, page } = await goToVerification()
    const completeTenTimes = () => Promise.all(Array.from({ length: 10 }, () => shopper.complete()))
    await shopper.returnFromVerification()
    const early = await completeTenTimes()
    expect(early.every(({ status }) => status === 200)).toBe(true)
    expect(verifyCalls()).toBe(1)

    await decide(page, "sign")
    await shopper.returnFromVerification()
    const answers = await completeTenTimes()
    const orders = new Set(answers.map(({ body }) => placedAnswer.parse(body).order.id))
    expect(orders.size).toBe(1)
    expect(verifyCalls()).toBe(2)
    expect(await shop.database.count("order")).toBe(1)
    expect(await shop.database.count("payment")).toBe(1)
  })

  it("is only asked about, and not verified, while the shopper has not come back", async () => {
    const { shopper } = await goToVerification()
    expect(await shopper.complete()).toMatchObject(signFirst())
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "pay", "get"])
    expect(await shopper.session()).toMatchObject({ status: "pending", data: { status: "awaiting_verification" } })
    expect(await shop.database.count("order")).toBe(0)
  })

  it("may be returned from without a decision, and signed later", async () => {
    const { shopper, page } = await goToVerification()
    await shopper.returnFromVerification()
    expect(await shopper.complete()).toMatchObject(signFirst())
    expect(verifyCalls()).toBe(1)
    expect((await shopper.session()).data.verification_url).toBe(page)

    await decide(page, "sign")
    await shopper.returnFromVerification()
    await shopper.placeOrder()
    expect(verifyCalls()).toBe(2)
  })

  it("can be refused, and then another account pays", async () => {
    const { shopper, page } = await goToVerification()
    await decide(page, "refuse")
    await shopper.returnFromVerification()
    const message = "The mandate was not confirmed, so nothing was debited. You can try another account."
    expect(await shopper.complete()).toMatchObject({
      status: 200,
      body: { type: "cart", error: { type: "payment_authorization_error", message } },
    })
    expect(await shopper.session()).toMatchObject({
      status: "pending",
      data: {
        status: "declined",
        retry_allowed: true,
        verification_url: null,
        error: { code: "mandate_rejected", message },
      },
    })
    await shopper.giveBankAccount(APPROVED)
    const order = await shopper.placeOrder()
    expect(order.payment_collections[0]?.payments).toHaveLength(1)
    expect(verifyCalls()).toBe(1)
  })

  it("keeps the cart's payment session while it is under way", async () => {
    const { shopper, page } = await goToVerification()
    const sessionId = shopper.sessionId
    expect(await shopper.openSession()).toEqual({
      status: 409,
      body: {
        type: "conflict",
        code: "payment_in_progress",
        message:
          "Your payment is already under way and waits for your signature. " +
          "Sign the mandate, or give the payment up, before you change anything.",
      },
    })
    expect(await shopper.giveBankAccount(APPROVED)).toMatchObject({
      status: 409,
      body: { code: "payment_in_progress" },
    })
    expect((await shopper.session()).id).toBe(sessionId)
    await decide(page, "sign")
    await shopper.returnFromVerification()
    await shopper.placeOrder()
  })

  it("lets no other cart of the same e-mail begin while it is under way", async () => {
    const { shopper } = await goToVerification()
    const other = shop.newShopper()
    await other.fillCart({ email: shopper.email })
    await other.openCollection()
    expect(await other.openSession()).toMatchObject({ status: 409, body: { code: "payment_in_progress_elsewhere" } })
    expect(shop.gatewayCalls()).not.toContain("cancel")
  })

  it("cannot be returned from when none was asked for", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    expect(await shopper.returnFromVerification()).toMatchObject({ status: 409, body: { code: "session_not_payable" } })
    await shopper.giveBankAccount(APPROVED)
    expect(await shopper.returnFromVerification()).toMatchObject({ status: 409, body: { code: "session_not_payable" } })
  })

  it("answers a shopper who returns after all was settled with the approved session", async () => {
    const { shopper, page } = await goToVerification()
    await decide(page, "sign")
    await shopper.returnFromVerification()
    await shopper.placeOrder()
    expect(await shopper.returnFromVerification()).toMatchObject({
      status: 200,
      body: { payment_session: { data: { status: "approved" } } },
    })
    expect(verifyCalls()).toBe(1)
  })

  it("keeps the cart as it is while it is under way, and lets it change when that is over", async () => {
    const { shopper, page } = await goToVerification()
    const cart = `/store/carts/${shopper.cartId}`
    const { body } = await shopper.call("GET", `${cart}?fields=id,items.id`)
    const item = `${cart}/line-items/${cartAnswer.parse(body).cart.items?.[0]?.id}`
    const changes: [string, string, unknown?][] = [
      ["POST", cart, { shipping_address: { city: "Wien" }, email: shopper.email }],
      ["POST", `${cart}/line-items`, { variant_id: shop.seeded().variant_id, quantity: 1 }],
      ["POST", item, { quantity: 2 }],
      ["DELETE", item],
      ["POST", `${cart}/promotions`, { promo_codes: ["SAVE10"] }],
      ["DELETE", `${cart}/promotions`, { promo_codes: ["SAVE10"] }],
      ["POST", `${cart}/shipping-methods`, { option_id: shop.seeded().shipping_option_id }],
      ["POST", `${cart}/taxes`],
    ]
    for (const [method, url, data] of changes) {
      const answer = await shopper.call(method, url, data)
      expect({ method, url, ...answer }).toMatchObject({ status: 409, body: { code: "payment_in_progress" } })
    }
    const harmless = { metadata: { note: "ring twice" }, email: shopper.email }
    expect((await shopper.call("POST", cart, harmless)).status).toBe(200)
    expect((await shopper.session()).data.status).toBe("awaiting_verification")

    await decide(page, "refuse")
    expect((await shopper.giveUp()).status).toBe(200)
    expect((await shopper.addItem()).status).toBe(200)
    expect(await shopper.sessions()).toEqual([])
  })

  it("keeps an approved cart as it is until it is completed", async () => {
    const { shopper, page } = await goToVerification()
    await decide(page, "sign")
    expect(await shopper.giveUp()).toMatchObject({
      status: 200,
      body: { payment_session: { data: { status: "approved", verification_url: null } } },
    })
    expect(await shopper.addItem()).toMatchObject({
      status: 409,
      body: { code: "payment_in_progress", message: "This is already paid. Please complete your order." },
    })
    await shopper.placeOrder()
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "pay", "cancel", "verify"])
    expect((await shopper.addItem()).status).toBe(400)
  })

  it("cannot be given up while the bank goes on waiting, and says so", async () => {
    const { shopper, page } = await goToVerification()
    expect(await shopper.giveUp()).toEqual({
      status: 409,
      body: {
        type: "conflict",
        code: "verification_open",
        message: "The bank still waits for your decision. Please sign or refuse the mandate on the bank's page.",
      },
    })
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "pay", "cancel", "verify"])
    expect((await shopper.session()).data).toMatchObject({ status: "awaiting_verification", verification_url: page })
  })

  it("is over when it is given up and was refused, and then another account pays", async () => {
    const { shopper, page } = await goToVerification()
    await decide(page, "refuse")
    expect(await shopper.giveUp()).toMatchObject({
      status: 200,
      body: { payment_session: { data: { status: "declined", retry_allowed: true, verification_url: null } } },
    })
    await shopper.giveBankAccount(APPROVED)
    await shopper.placeOrder()
    expect(verifyCalls()).toBe(1)
  })

  it("is answered as it is when there is nothing to give up", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    expect(await shopper.giveUp()).toMatchObject({ status: 200, body: { payment_session: { data: { status: "opened" } } } })
    await shopper.giveBankAccount(APPROVED)
    expect(await shopper.giveUp()).toMatchObject({ status: 200, body: { payment_session: { data: { status: "ready" } } } })
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate"])
    await shopper.placeOrder()
  })
}

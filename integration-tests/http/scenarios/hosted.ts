import { PROVIDER_ID } from "../support/environment"
import { placedAnswer } from "../support/answers"
import { eventually } from "../support/eventually"
import { HostedPage } from "../support/hosted-page"
import { APPROVED, AWAITING, DECLINED, HARD_DECLINE } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"

export const HOSTED = "pp_catalystpay_sepa-hosted"

/** Up to the moment at which the shopper is sent to CatalystPay's page. */
export async function goToPage(shop: Shop): Promise<{ shopper: Shopper; page: HostedPage }> {
  const shopper = shop.newShopper()
  await shopper.fillCart()
  await shopper.openCollection()
  expect((await shopper.openSession(undefined, HOSTED)).status).toBe(200)
  return { shopper, page: await HostedPage.of(shopper) }
}

export const mustPayOnPage = {
  status: 200,
  body: {
    type: "cart",
    error: {
      type: "payment_requires_more_error",
      message: "Please pay on our payment service's page, where you enter your bank account and accept the mandate.",
    },
  },
}

export const outcomeUnknown = {
  status: 200,
  body: {
    type: "cart",
    error: {
      type: "payment_authorization_error",
      message: expect.stringContaining("Please do not pay a second time") as unknown,
    },
  },
}

export function hosted(shop: Shop): void {
  /** What the store asked of the gateway that only a store which takes bank accounts asks. */
  const submissions = () => shop.gatewayCalls().filter((operation) => ["iban-validate", "pay", "verify"].includes(operation))
  const debitOf = (shopper: Shopper) => shop.database.debit(shopper.sessionId)
  const becomesCaptured = (shopper: Shopper, id: string) =>
    eventually(() => shopper.order(id), ({ payment_status }) => payment_status === "captured")
  /** Waits for the webhook's capture, too, so that it is not cut off with the test's database. */
  const buy = async (shopper: Shopper) => becomesCaptured(shopper, (await shopper.placeOrder()).id)

  it("is paid on the page; then the cart is completed, and the store has seen no bank account", async () => {
    const { shopper, page } = await goToPage(shop)
    expect((await shopper.session()).data).toMatchObject({
      collect: "hosted",
      status: "opened",
      payment_url: page.url,
      verification_url: null,
      bank_account: null,
      mandate: null,
    })
    await page.pay(APPROVED)
    const order = await shopper.placeOrder()
    expect(order.payment_collections[0]?.payment_sessions[0]?.provider_id).toBe(HOSTED)
    const captured = await becomesCaptured(shopper, order.id)
    expect(captured.payment_collections[0]?.payments).toHaveLength(1)
    expect(await debitOf(shopper)).toMatchObject({
      account: "hosted",
      collect: "hosted",
      status: "approved",
      origin: "store",
      sealed_iban: null,
      reference: null,
    })
    expect(submissions()).toEqual([])
    // The webhooks tell which transaction it is, and from which account.
    await eventually(() => debitOf(shopper), ({ transaction_id, iban_last4 }) => transaction_id !== null && iban_last4 === "3000")
  })

  it("needs the page before the cart can be completed, whatever the return address or the browser says", async () => {
    const lies = { status: "approved", collect: "iban", payment_url: "https://evil.example", transaction_id: "planted" }
    const shopper = shop.newShopper()
    await shopper.fillCart()
    await shopper.openCollection()
    expect((await shopper.openSession(lies, HOSTED)).status).toBe(200)
    expect((await shopper.session()).data).toMatchObject({ status: "opened", collect: "hosted", transaction_id: null })
    expect((await shopper.session()).data.payment_url).not.toContain("evil.example")
    const returned = `/store/carts/${shopper.cartId}/complete?status=COMPLETED&session_token=ps_planted&order_number=ORD-1`
    expect((await shopper.call("POST", returned)).status).toBe(400)
    expect(await shopper.complete()).toMatchObject(mustPayOnPage)
    expect(await shopper.session()).toMatchObject({ status: "pending", data: { status: "opened" } })
    expect(await shop.database.count("order")).toBe(0)
    await (await HostedPage.of(shopper)).pay(APPROVED)
    await buy(shopper)
    expect(submissions()).toEqual([])
  })

  it("takes no bank account, shows no mandate, and verifies nothing by itself", async () => {
    const { shopper } = await goToPage(shop)
    const refused = { status: 409, body: { type: "conflict", code: "collected_by_gateway" } }
    expect(await shopper.giveBankAccount(APPROVED)).toMatchObject(refused)
    expect(await shopper.mandate("en")).toMatchObject(refused)
    expect(await shopper.call("POST", "/store/catalystpay/iban", { iban: APPROVED, payment_session_id: shopper.sessionId })).toMatchObject(refused)
    expect(await shopper.complete()).toMatchObject(mustPayOnPage)
    expect(await shopper.returnFromVerification()).toMatchObject({ status: 409, body: { code: "session_not_payable" } })
    expect(await debitOf(shopper)).toMatchObject({ status: "opened", sealed_iban: null, iban_last4: null })
    expect(submissions()).toEqual([])
  })

  it("tells of an account that the page declined, and takes another one there", async () => {
    const { shopper, page } = await goToPage(shop)
    await page.pay(DECLINED)
    const message = "The debit was declined. You can try another account."
    expect(await shopper.complete()).toMatchObject({
      status: 200,
      body: { type: "cart", error: { type: "payment_authorization_error", message } },
    })
    expect(await shopper.session()).toMatchObject({
      status: "pending",
      data: { status: "declined", retry_allowed: true, attempts_left: 1, payment_url: page.url, error: { code: "unknown", message } },
    })
    await page.pay(APPROVED)
    await buy(shopper)
    const { transaction_id } = await debitOf(shopper)
    const [session] = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
    expect(session?.transactions.find(({ status }) => status === "approved")?.id).toBe(transaction_id)
  })

  it.each([
    ["after the last account that it takes", [DECLINED, DECLINED]],
    ["by a decline that ends it", [HARD_DECLINE]],
  ])("ends %s, and is started again with a fresh page", async (_what, ibans) => {
    const { shopper, page } = await goToPage(shop)
    for (const iban of ibans) {
      await page.pay(iban)
    }
    expect(await shopper.complete()).toMatchObject({
      status: 200,
      body: { type: "cart", error: { message: "The debit was declined. Please choose another way to pay." } },
    })
    expect(await shopper.session()).toMatchObject({ status: "error", data: { status: "failed", retry_allowed: false } })
    expect((await shopper.openSession(undefined, HOSTED)).status).toBe(200)
    const next = await HostedPage.of(shopper)
    expect(next.url).not.toBe(page.url)
    await next.pay(APPROVED)
    await buy(shopper)
  })

  it("leads back to the page while the mandate is to be signed, and lets nothing change meanwhile", async () => {
    const { shopper, page } = await goToPage(shop)
    await page.pay(AWAITING)
    expect(await shopper.complete()).toMatchObject({
      status: 200,
      body: { type: "cart", error: { type: "payment_requires_more_error" } },
    })
    expect((await shopper.session()).data).toMatchObject({
      status: "awaiting_verification",
      payment_url: page.url,
      verification_url: null,
    })
    expect(await shopper.returnFromVerification("vnd_planted")).toMatchObject({ status: 409, body: { code: "collected_by_gateway" } })
    expect(await shopper.giveUp()).toMatchObject({ status: 409, body: { code: "verification_open" } })
    expect(await shopper.addItem()).toMatchObject({ status: 409, body: { code: "payment_in_progress" } })
    await page.decide("sign")
    await buy(shopper)
    expect(submissions()).toEqual([])
  })

  it("takes another account on the page after the signature was refused there", async () => {
    const { shopper, page } = await goToPage(shop)
    await page.pay(AWAITING)
    await shopper.complete()
    await page.decide("refuse")
    expect(await shopper.complete()).toMatchObject({
      status: 200,
      body: { type: "cart", error: { message: "The mandate was not confirmed, so nothing was debited. You can try another account." } },
    })
    await page.pay(APPROVED)
    await buy(shopper)
  })

  it("places one order however often pay is pressed, on the page and in the store", async () => {
    const { shopper, page } = await goToPage(shop)
    await Promise.all([page.pay(APPROVED), page.pay(APPROVED)])
    const answers = await Promise.all([shopper.complete(), shopper.complete(), shopper.complete()])
    const orders = [...new Set(answers.map(({ body }) => placedAnswer.parse(body).order.id))]
    expect(orders).toHaveLength(1)
    await becomesCaptured(shopper, String(orders[0]))
    expect(await shop.database.count("order")).toBe(1)
    expect(await shop.database.count("payment")).toBe(1)
    expect(shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)).toMatchObject([{ attempts: 1 }])
  })

  describe("an account beside one that takes bank accounts itself", () => {
    it("is left and entered again by the shopper, while nothing was paid", async () => {
      const { shopper, page } = await goToPage(shop)
      expect((await shopper.openSession(undefined, PROVIDER_ID)).status).toBe(200)
      expect((await shopper.session()).data).toMatchObject({ collect: "iban", status: "opened" })
      await page.pay(APPROVED)
      expect((await shopper.openSession(undefined, HOSTED)).status).toBe(200)
      const [first, second, third] = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
      expect([first, second, third]).toMatchObject([{ status: "EXPIRED", attempts: 0 }, { status: "EXPIRED" }, { status: "PENDING" }])
      await (await HostedPage.of(shopper)).pay(APPROVED)
      await buy(shopper)
    })

    it.each([["another provider of ours", PROVIDER_ID], ["a stranger's provider", "pp_system_default"]])(
      "is not left for %s once its page was paid",
      async (_whose, provider) => {
        const { shopper, page } = await goToPage(shop)
        await page.pay(APPROVED)
        expect(await shopper.openSession(undefined, provider)).toMatchObject({ status: 409, body: { code: "payment_in_progress" } })
        await buy(shopper)
        expect(await shop.database.count("payment")).toBe(1)
      },
    )
  })
}

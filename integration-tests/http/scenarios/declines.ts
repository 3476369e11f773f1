import { eventually } from "../support/eventually"
import { ACCOUNT_CLOSED, APPROVED, DECLINED, HARD_DECLINE } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"

const INSUFFICIENT = {
  en: "Your bank declined the debit because the account is not sufficiently funded.",
  de: "Ihre Bank hat die Lastschrift abgelehnt, weil das Konto nicht ausreichend gedeckt ist.",
}

export function declines(shop: Shop): void {
  async function tryToPay(shopper: Shopper, iban: string, locale = "en") {
    const given = await shopper.giveBankAccount(iban, { mandate: { accepted: true, locale } })
    expect(given.status).toBe(200)
    return shopper.complete()
  }

  function refusal(message: string) {
    return { status: 200, body: { type: "cart", error: { type: "payment_authorization_error", message } } }
  }

  it("can be paid from another account in the same session", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    const message = `${INSUFFICIENT.en} You can try another account.`
    expect(await tryToPay(shopper, DECLINED)).toMatchObject(refusal(message))
    expect(await shopper.session()).toMatchObject({
      id: shopper.sessionId,
      status: "pending",
      data: {
        status: "declined",
        attempt: 1,
        retry_allowed: true,
        error: { code: "insufficient_funds", message },
        bank_account: { iban_last4: "6789" },
      },
    })
    expect(await shop.database.count("order")).toBe(0)

    const given = await shopper.giveBankAccount(APPROVED)
    expect(given.body).toMatchObject({
      payment_session: { data: { status: "ready", attempt: 2, error: null, retry_allowed: null } },
    })
    const order = await shopper.placeOrder()
    expect(order.payment_collections[0]?.payments).toHaveLength(1)
    const [session] = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
    expect(session?.tenant_references).toEqual([`${shopper.sessionId}.1`, `${shopper.sessionId}.2`])
    expect(shop.gatewayCalls()).toEqual(["create", "iban-validate", "pay", "iban-validate", "pay"])
    expect(await shop.database.count("order")).toBe(1)
  })

  it("is told to a German shopper in German", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    const message = `${INSUFFICIENT.de} Sie können es mit einem anderen Konto versuchen.`
    expect(await tryToPay(shopper, DECLINED, "de")).toMatchObject(refusal(message))
    expect((await shopper.session()).data).toMatchObject({ error: { code: "insufficient_funds", message } })
  })

  it("keeps the mandate of every attempt, and none of the IBANs", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await tryToPay(shopper, DECLINED)
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({
      status: "declined",
      sealed_iban: null,
      iban_check: null,
    })
    await tryToPay(shopper, APPROVED, "de")
    const rows = await shop.database.rows(
      "select attempt, iban_last4, locale from catalystpay_mandate order by attempt",
    )
    expect(rows).toEqual([
      { attempt: 1, iban_last4: "6789", locale: "en" },
      { attempt: 2, iban_last4: "3000", locale: "de" },
    ])
  })

  it("is submitted once when pay is pressed again without another account", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    const first = await tryToPay(shopper, DECLINED)
    const second = await shopper.complete()
    expect(second).toMatchObject(refusal(`${INSUFFICIENT.en} You can try another account.`))
    expect(first.status).toBe(second.status)
    expect(shop.gatewayCalls().filter((operation) => operation === "pay")).toHaveLength(1)
  })

  it("ends the session with the last attempt, and a new session pays", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await tryToPay(shopper, DECLINED)
    expect(await tryToPay(shopper, ACCOUNT_CLOSED)).toMatchObject(
      refusal("This account is closed. You can try another account."),
    )
    expect(await tryToPay(shopper, DECLINED)).toMatchObject(
      refusal(`${INSUFFICIENT.en} Please choose another way to pay.`),
    )
    expect(await shopper.session()).toMatchObject({
      status: "error",
      data: { status: "failed", attempt: 3, retry_allowed: false, error: { code: "insufficient_funds" } },
    })
    expect(await shopper.giveBankAccount(APPROVED)).toMatchObject({
      status: 409,
      body: { code: "session_not_payable" },
    })

    const ended = shopper.sessionId
    expect((await shopper.openSession()).status).toBe(200)
    expect(shopper.sessionId).not.toBe(ended)
    const [first, second] = shop.sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
    expect([first?.status, second?.status]).toEqual(["FAILED", "PENDING"])
    expect(first?.session_token).not.toBe(second?.session_token)
    await shopper.giveBankAccount(APPROVED)
    const order = await shopper.placeOrder()
    expect(order.payment_collections[0]?.payments).toHaveLength(1)
    expect(await shop.database.count("order")).toBe(1)
  })

  it("ends the session at once when the bank refuses for good", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    expect(await tryToPay(shopper, HARD_DECLINE)).toMatchObject(
      refusal("Your bank declined the debit. Please choose another way to pay."),
    )
    expect(await shopper.session()).toMatchObject({
      status: "error",
      data: { status: "failed", attempt: 1, retry_allowed: false },
    })
  })

  it("never becomes an approval by a webhook that says so", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await tryToPay(shopper, DECLINED)
    const { session_token } = await shop.database.debit(shopper.sessionId)
    const sent = await shop.webhooks.send({
      session_token: String(session_token),
      status: "COMPLETED",
      amount: "20.71",
    })
    expect(sent.status).toBe(200)
    await eventually(
      () => shop.database.deliveries(),
      (rows) => rows.some(
        ({ event_name, processed_at }) => event_name === "payment_session.completed" && !!processed_at,
      ),
    )
    expect(await shopper.cartIsOpen()).toBe(true)
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "declined" })
    expect(await shop.database.count("payment")).toBe(0)
  })
}

import { z } from "zod"
import { APPROVED, DECLINED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"

const refusal = z.object({ type: z.string(), code: z.string(), message: z.string() })

export function limits(shop: Shop): void {
  /** The limits outlive a test, so each test has addresses of its own. */
  async function post(path: string, body: unknown, address: string | null, locale = "en") {
    const response = await fetch(`${shop.http.baseUrl()}/store/catalystpay/${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-publishable-api-key": shop.seeded().publishable_key,
        "x-medusa-locale": locale,
        ...(address === null ? {} : { "x-client-address": address }),
      },
      body: JSON.stringify(body),
    })
    return { status: response.status, retry_after: response.headers.get("retry-after"), text: await response.text() }
  }

  const giveBankAccount = (shopper: Shopper, address: string | null, locale = "en") =>
    post(
      `payment-sessions/${shopper.sessionId}/bank-account`,
      { iban: DECLINED, iban_holder_name: "Max Mustermann", mandate: { accepted: true, locale } },
      address,
    )

  const checkIban = (address: string | null, locale?: string) => post("iban", { iban: APPROVED }, address, locale)

  async function atPayment(): Promise<Shopper> {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    return shopper
  }

  it("is told when the next bank account of the payment session may come, in their language", async () => {
    const shopper = await atPayment()
    expect((await giveBankAccount(shopper, null)).status).toBe(200)
    expect((await giveBankAccount(shopper, null)).status).toBe(200)
    shop.sandbox.clearCalls()
    const refused = await giveBankAccount(shopper, null, "de")
    expect(refused.status).toBe(429)
    expect(refused.retry_after).toMatch(/^[1-9]\d{0,3}$/)
    expect(refusal.parse(JSON.parse(refused.text))).toEqual({
      type: "not_allowed",
      code: "too_many_attempts",
      message:
        "Sie haben es zu oft versucht. Bitte warten Sie eine Weile, bevor Sie eine andere Bankverbindung eingeben.",
    })
    expect(shop.gatewayCalls()).toEqual([])
    await shopper.complete()
    expect((await shopper.session()).data.status).toBe("declined")
  })

  it("is refused with a fourth payment session from the same address, and others are not", async () => {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect((await giveBankAccount(await atPayment(), "203.0.113.7")).status).toBe(200)
    }
    const next = await atPayment()
    expect((await giveBankAccount(next, "203.0.113.7")).status).toBe(429)
    expect((await giveBankAccount(next, "203.0.113.8")).status).toBe(200)
  })

  it("cannot try out IBANs", async () => {
    expect((await checkIban("2001:db8:0:1::1")).status).toBe(200)
    expect((await checkIban("2001:db8:0:1::2")).status).toBe(200)
    shop.sandbox.clearCalls()
    const refused = await checkIban("2001:db8:0:1:ffff::3")
    expect(refused).toMatchObject({ status: 429, retry_after: expect.stringMatching(/^[1-6]?\d$/) as unknown })
    expect(refused.text).toContain("You have checked too many IBANs. Please wait a moment.")
    expect(shop.gatewayCalls()).toEqual([])
    expect((await checkIban("2001:db8:0:2::1")).status).toBe(200)
    expect((await checkIban(null)).status).toBe(200)
  })
}

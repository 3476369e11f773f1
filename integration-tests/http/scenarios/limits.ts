import { z } from "zod"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../../src/modules/catalystpay"
import type { Settings } from "../../../src/modules/catalystpay/options"
import { PROVIDER_ID } from "../support/environment"
import { APPROVED, BRITISH, DECLINED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"

const ERRORS_IN_ANSWER = { accept: "application/json; errors=answer" }

const refusal = z.object({ type: z.string(), code: z.string(), message: z.string() })
const errorAnswer = z.object({ error: z.looseObject({ status: z.number(), retry_after: z.number().nullable() }) })

export function limits(shop: Shop): void {
  /** The limits outlive a test, so each test has addresses of its own. */
  async function post(path: string, body: unknown, address: string | null, locale = "en", headers: Record<string, string> = {}) {
    const response = await fetch(`${shop.http.baseUrl()}/store/catalystpay/${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-publishable-api-key": shop.seeded().publishable_key,
        "x-medusa-locale": locale,
        ...(address === null ? {} : { "x-client-address": address }),
        ...headers,
      },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    shop.http.answersSeen.push(text)
    return { status: response.status, retry_after: response.headers.get("retry-after"), text }
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

  it("learns nothing of who has shopped here from the answers about IBANs", async () => {
    const shopper = await atPayment()
    await shopper.giveBankAccount(APPROVED)
    await shopper.placeOrder()
    const known = await checkIban("198.51.100.1")
    const ofNobody = await post("iban", { iban: BRITISH }, "198.51.100.1")
    expect(JSON.parse(known.text)).toEqual({ valid: true, country: "DE", bank_name: "Commerzbank", bic: "COBADEFFXXX", error: null })
    expect(JSON.parse(ofNobody.text)).toEqual({ valid: true, country: "GB", bank_name: null, bic: null, error: null })
  })

  describe("from an address that is forged", () => {
    const ledger = () => shop.container().resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)

    async function readingFrom(clientIp: Settings["clientIp"], work: () => Promise<void>): Promise<void> {
      const { settings } = ledger()
      const before = settings.clientIp
      settings.clientIp = clientIp
      try {
        await work()
      } finally {
        settings.clientIp = before
      }
    }

    /** What becomes of IBAN checks, and what CatalystPay is told of the shopper. */
    async function checksFrom(forwarded: string[]): Promise<number[]> {
      const statuses: number[] = []
      for (const header of forwarded) {
        const { status } = await post("iban", { iban: APPROVED }, header, "en", { "x-forwarded-for": header })
        statuses.push(status)
      }
      return statuses
    }

    async function addressToldOf(headers: Record<string, string>): Promise<unknown> {
      const shopper = shop.newShopper()
      await shopper.fillCart()
      await shopper.openCollection()
      await shopper.openSession(undefined, undefined, headers)
      return shop.sandbox.sessions().find(({ lead }) => lead.email === shopper.email)?.customer_ip
    }

    it("counts by the connection where no proxy stands in front, whatever a header says", async () => {
      await readingFrom("socket", async () => {
        expect(await checksFrom(["203.0.113.31", "203.0.113.32", "203.0.113.33"])).toEqual([200, 200, 429])
        expect(await addressToldOf({ "x-forwarded-for": "203.0.113.34" })).toBe("127.0.0.1")
      })
    })

    it("counts by the address that the proxy added last, whatever the shopper wrote before it", async () => {
      await readingFrom("proxy", async () => {
        const forged = ["1.1.1.1, 203.0.113.41", "2.2.2.2, 203.0.113.41", "3.3.3.3, 4.4.4.4, 203.0.113.41"]
        expect(await checksFrom(forged)).toEqual([200, 200, 429])
        expect(await addressToldOf({ "x-forwarded-for": "1.1.1.1, 203.0.113.42" })).toBe("203.0.113.42")
      })
    })

    it("counts by the edge's header alone where one is configured, and takes no list for an address", async () => {
      const headers = { "x-forwarded-for": "203.0.113.51", "x-client-address": "203.0.113.52" }
      expect(await addressToldOf(headers)).toBe("203.0.113.52")
      expect(await addressToldOf({ ...headers, "x-client-address": "203.0.113.53, 203.0.113.54" })).toBeNull()
    })
  })

  it("gets the refusal as an answer where the storefront asks for that, with code and waiting time", async () => {
    const check = () => post("iban", { iban: APPROVED }, "203.0.113.99", "en", ERRORS_IN_ANSWER)
    await check()
    await check()
    const refused = await check()
    expect({ status: refused.status, ...errorAnswer.parse(JSON.parse(refused.text)) }).toEqual({
      status: 200,
      error: {
        type: "not_allowed",
        code: "too_many_attempts",
        message: "You have checked too many IBANs. Please wait a moment.",
        status: 429,
        retry_after: expect.any(Number) as unknown,
      },
    })
  })

  it("gets refusals of Medusa's own routes as an answer, too, where the storefront asks for that", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    const complete = `/store/carts/${shopper.cartId}/complete`
    expect((await shopper.call("POST", complete)).status).toBe(400)
    const asked = await shopper.call("POST", complete, undefined, ERRORS_IN_ANSWER)
    expect({ status: asked.status, ...errorAnswer.parse(asked.body) }).toMatchObject({
      status: 200,
      error: { type: "invalid_data", status: 400, retry_after: null },
    })
    await shopper.openCollection()
    const planted = await shopper.openSession({ iban: APPROVED }, PROVIDER_ID, ERRORS_IN_ANSWER)
    expect({ status: planted.status, ...errorAnswer.parse(planted.body) }).toMatchObject({
      status: 200,
      error: { code: "iban_in_session_data", status: 400 },
    })
  })
}

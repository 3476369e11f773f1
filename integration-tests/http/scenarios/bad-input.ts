import { createRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { MANDATE_TEXT_VERSION } from "../../../src/modules/catalystpay/texts"
import { PROVIDER_ID } from "../support/environment"
import { APPROVED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import { ADDRESS, type Shopper } from "../support/shopper"

const ACCEPTED = { accepted: true, locale: "en" }

export function badInput(shop: Shop): void {
  async function atPayment(): Promise<Shopper> {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    return shopper
  }

  it("is refused field by field, without repeating a value", async () => {
    const shopper = await atPayment()
    const cases: [Record<string, unknown>, string][] = [
      [{ amount: "0.01" }, "Invalid request. body: fields that are not known here"],
      [{ mandate: { ...ACCEPTED, signed: true } }, "Invalid request. mandate: fields that are not known here"],
      [{ mandate: undefined }, "Invalid request. mandate: expected object"],
      [{ mandate: { accepted: "true" } }, "Invalid request. mandate.accepted: expected boolean"],
      [{ iban: [APPROVED] }, "Invalid request. iban: expected string"],
      [{ iban: APPROVED.repeat(8) }, "Invalid request. iban: too long"],
      [{ iban: "" }, "Invalid request. iban: too short"],
      [{ iban_holder_name: null }, "Invalid request. iban_holder_name: expected string"],
    ]
    for (const [change, message] of cases) {
      const answer = await shopper.giveBankAccount(APPROVED, change)
      expect(answer).toEqual({ status: 400, body: { type: "invalid_data", code: "invalid_request", message } })
    }
    const unknown = await shopper.call("POST", "/store/catalystpay/iban", { iban: APPROVED, holder: "Max" })
    expect(unknown).toMatchObject({ status: 400, body: { code: "invalid_request" } })
    expect(await shopper.ofSession("POST", "verification", { status: "approved" })).toMatchObject({
      status: 400,
      body: { code: "invalid_request" },
    })
    expect(shop.gatewayCalls()).toEqual(["create"])
  })

  it("takes a holder's name of 1 to 70 characters, however many bytes they have", async () => {
    const shopper = await atPayment()
    const refused = [
      "",
      "   ",
      "M".repeat(71),
      `${"é".repeat(70)}e`,
      "Max\u0000Mustermann",
      "Max\nMuster\u0007mann",
      APPROVED,
    ]
    for (const iban_holder_name of refused) {
      expect(await shopper.giveBankAccount(APPROVED, { iban_holder_name })).toMatchObject({
        status: 400,
        body: { type: "invalid_data", code: "invalid_holder_name" },
      })
    }
    for (const iban_holder_name of ["M", "M".repeat(70), `${"é".repeat(69)}🙂`, "🙂".repeat(70)]) {
      expect(await shopper.giveBankAccount(APPROVED, { iban_holder_name })).toMatchObject({ status: 200 })
      expect(await shopper.mandate()).toMatchObject({ body: { mandate: { holder_name: iban_holder_name } } })
    }
  })

  it("takes no IBAN without an accepted mandate in its current wording", async () => {
    const shopper = await atPayment()
    expect(await shopper.giveBankAccount(APPROVED, { mandate: { accepted: false } })).toMatchObject({
      status: 400,
      body: { type: "invalid_data", code: "mandate_not_accepted" },
    })
    expect(
      await shopper.giveBankAccount(APPROVED, { mandate: { ...ACCEPTED, text_version: "2001-01" } }),
    ).toMatchObject({
      status: 409,
      body: { type: "conflict", code: "mandate_text_outdated" },
    })
    expect(await shop.database.count("catalystpay_mandate")).toBe(0)
    const current = { ...ACCEPTED, text_version: MANDATE_TEXT_VERSION }
    expect((await shopper.giveBankAccount(APPROVED, { mandate: current })).status).toBe(200)
  })

  const notDebitable: [string, string, string, string][] = [
    [
      "check digits",
      "DE88370400440532013000",
      "invalid_iban",
      "The IBAN's check digits do not match; please look for a mistyped character.",
    ],
    [
      "length",
      "DE8937040044053201300",
      "invalid_iban",
      "The IBAN does not have the length that its country's IBANs have.",
    ],
    [
      "country",
      "XX89370400440532013000",
      "invalid_iban",
      "The IBAN does not begin with the code of a country that uses IBANs.",
    ],
    [
      "structure",
      "DE8937040044053201300X",
      "invalid_iban",
      "The IBAN does not have the structure that its country's IBANs have.",
    ],
    ["characters", "DE89370400440532013$00", "invalid_iban", "The IBAN may contain letters and digits only."],
    [
      "country's reach (Turkey)",
      "TR330006100519786457841326",
      "iban_not_sepa",
      "Accounts in this IBAN's country can't be debited by SEPA direct debit.",
    ],
    [
      "country's reach (Emirates)",
      "AE070331234567890123456",
      "iban_not_sepa",
      "Accounts in this IBAN's country can't be debited by SEPA direct debit.",
    ],
  ]

  it("tells which check an IBAN failed, and asks nobody", async () => {
    const shopper = await atPayment()
    for (const [check, iban, code, message] of notDebitable) {
      shop.useIban(iban)
      const given = await shopper.giveBankAccount(iban)
      expect({ check, given }).toEqual({
        check,
        given: { status: 400, body: { type: "invalid_data", code, message } },
      })
      const body = { iban, payment_session_id: shopper.sessionId }
      expect(await shopper.call("POST", "/store/catalystpay/iban", body)).toEqual({
        status: 200,
        body: { valid: false, country: null, bank_name: null, bic: null, error: { code, message } },
      })
    }
    expect(shop.gatewayCalls()).toEqual(["create"])
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "opened", iban_last4: null })
  })

  it("collects in no currency but the configured ones", async () => {
    const { result } = await createRegionsWorkflow(shop.container()).run({
      input: {
        regions: [{ name: "America", currency_code: "usd", countries: ["us"], payment_providers: [PROVIDER_ID] }],
      },
    })
    const shopper = shop.newShopper()
    const address = { ...ADDRESS, country_code: "us" }
    await shopper.newCart({ region_id: result[0]?.id, billing_address: address, shipping_address: address })
    await shopper.openCollection()
    expect(await shopper.openSession()).toEqual({
      status: 400,
      body: {
        type: "invalid_data",
        code: "currency_not_supported",
        message: 'The CatalystPay account "default" collects in EUR, not in USD.',
      },
    })
    expect(shop.gatewayCalls()).toEqual([])
    expect(await shop.database.count("payment_session")).toBe(0)
  })

  it("collects nothing where there is nothing to collect", async () => {
    const shopper = shop.newShopper()
    await shopper.newCart({ billing_address: ADDRESS, shipping_address: ADDRESS })
    await shopper.openCollection()
    expect(await shopper.openSession()).toEqual({
      status: 400,
      body: {
        type: "invalid_data",
        code: "amount_not_payable",
        message: "This amount cannot be paid by SEPA direct debit.",
      },
    })
    expect(shop.gatewayCalls()).toEqual([])
  })

  const hostileBodies: [string, string][] = [
    ["a megabyte", JSON.stringify({ iban: "D".repeat(1024 * 1024) })],
    ["nested without end", `${'{"iban":'.repeat(10_000)}1${"}".repeat(10_000)}`],
    ["cut", '{"iban":"DE89'],
    ["a list", "[]"],
    ["no JSON", "iban"],
    ["keys of the prototype", '{"__proto__":{"accepted":true},"constructor":{"prototype":{"accepted":true}},"iban":1}'],
    ["a number", "1"],
  ]

  it("is answered with a 4xx when its body is hostile, and Medusa lives on", async () => {
    const shopper = await atPayment()
    const paths = [
      "/store/catalystpay/iban",
      `/store/catalystpay/payment-sessions/${shopper.sessionId}/bank-account`,
      `/store/catalystpay/payment-sessions/${shopper.sessionId}/verification`,
      `/store/payment-collections/${shopper.collectionId}/payment-sessions`,
    ]
    const headers = {
      "content-type": "application/json",
      "x-publishable-api-key": shop.seeded().publishable_key,
    }
    for (const path of paths) {
      for (const [what, body] of hostileBodies) {
        const { status } = await shop.http.send("POST", path, body, headers)
        expect({
          path,
          what,
          status,
          refused: status >= 400 && status < 500,
        }).toMatchObject({ path, what, refused: true })
      }
    }
    expect(Object.prototype).not.toHaveProperty("accepted")
    expect(await shop.database.debit(shopper.sessionId)).toMatchObject({ status: "opened" })
    expect(await shopper.giveBankAccount(APPROVED)).toMatchObject({ status: 200 })
  })

  it("finds no session under an id that is none", async () => {
    const shopper = await atPayment()
    for (const id of ["%00", "..%2f..", "payses_' or '1'='1", "x".repeat(3000), "%F0%9F%99%82"]) {
      const answer = await shopper.call("GET", `/store/catalystpay/payment-sessions/${id}/mandate`)
      expect({ id, answer }).toMatchObject({ id, answer: { status: 404 } })
    }
    const check = { iban: APPROVED, payment_session_id: "payses_\u0000" }
    expect(await shopper.call("POST", "/store/catalystpay/iban", check)).toMatchObject({
      status: 404,
      body: { code: "session_not_found" },
    })
    expect(await shopper.returnFromVerification("vnd_\u0000")).toMatchObject({
      status: 400,
      body: { code: "invalid_request" },
    })
  })
}

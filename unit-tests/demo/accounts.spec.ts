import { demoAccounts, paymentWays } from "../../demo/accounts"

const both = demoAccounts({ CATALYSTPAY_CAMPAIGN_ID: "camp_1" })

describe("the demo's accounts", () => {
  it("are two, one of which sends its shoppers to CatalystPay's page", () => {
    expect(both.providers).toEqual(["pp_catalystpay_sepa", "pp_catalystpay_sepa-hosted"])
    expect(JSON.parse(both.options ?? "")).toEqual({
      accounts: { default: { maxPaymentAttempts: 3 }, hosted: { maxPaymentAttempts: 3, collect: "hosted" } },
    })
  })

  it.each([
    ["with options of one's own", { CATALYSTPAY_CAMPAIGN_ID: "camp_1", CATALYSTPAY_OPTIONS: "{}" }, null],
    [
      "with a gateway that has no campaign, and so no page",
      { CATALYSTPAY_GATEWAY_ID: "g", CATALYSTPAY_CAMPAIGN_ID: "" },
      '{"maxPaymentAttempts":3}',
    ],
  ])("are as the environment says %s", (_what, env, options) => {
    const alone = demoAccounts(env)
    expect(alone).toEqual({ options, providers: ["pp_catalystpay_sepa"] })
    expect(paymentWays(false, alone)).toEqual([{ provider_id: "pp_catalystpay_sepa", collect: "iban" }])
    expect(() => paymentWays(true, alone)).toThrow("CATALYSTPAY_CAMPAIGN_ID")
  })

  it("pay in the shop's form unless told otherwise", () => {
    expect(paymentWays(false, both).map(({ collect }) => collect)).toEqual(["iban", "hosted"])
    expect(paymentWays(true, both)).toEqual([
      { provider_id: "pp_catalystpay_sepa-hosted", collect: "hosted" },
      { provider_id: "pp_catalystpay_sepa", collect: "iban" },
    ])
  })
})

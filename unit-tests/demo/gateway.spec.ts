import { givenGateway } from "../../demo/gateway"

const secrets = { encryption_key: "a2V5", webhook_secret: "whsec_demo", jwt_secret: "jwt", cookie_secret: "cookie" }

describe("a gateway that the environment names", () => {
  it("is used as it is, with an encryption key of the demo's when none is given", () => {
    const gateway = givenGateway(
      {
        CATALYSTPAY_API_URL: "https://api.staging.catalystpay.com/api/v1",
        CATALYSTPAY_API_KEY: "rk_test",
        CATALYSTPAY_WEBHOOK_SECRET: "whsec_mine",
        CATALYSTPAY_CAMPAIGN_ID: "a1b2",
      },
      secrets,
    )
    expect(gateway).toMatchObject({
      sandbox_url: null,
      webhook_secret: "whsec_mine",
      env: { CATALYSTPAY_ENCRYPTION_KEY: "a2V5" },
    })
  })

  it("offers only the test IBANs that CatalystPay itself knows", () => {
    const env = { CATALYSTPAY_API_KEY: "rk", CATALYSTPAY_WEBHOOK_SECRET: "s", CATALYSTPAY_GATEWAY_ID: "g" }
    expect(givenGateway(env, secrets).test_ibans.map((test) => test.iban)).toEqual([
      "DE89370400440532013000",
      "DE91100000000123456789",
      "GB82WEST12345698765432",
    ])
  })

  it("names every variable that is missing", () => {
    expect(() => givenGateway({ CATALYSTPAY_API_URL: "https://x.example" }, secrets)).toThrow(
      "CATALYSTPAY_API_KEY, CATALYSTPAY_WEBHOOK_SECRET, CATALYSTPAY_CAMPAIGN_ID (or CATALYSTPAY_GATEWAY_ID)",
    )
  })
})

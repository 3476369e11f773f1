import { feedNotificationOf, hasProviderFor } from "../../src/modules/catalystpay/problems/problem-feed"

const PROBLEM = { id: "cpprb_1", code: "gateway_credentials_rejected", account: "fr", details: null } as const
const configured = (...channels: string[][]) => ({
  modules: { notification: { options: { providers: channels.map((names) => ({ resolve: "x", options: { channels: names } })) } } },
})

describe("a problem in the dashboard's feed", () => {
  it("says what is wrong and the way out, to everybody, once", () => {
    expect(feedNotificationOf(PROBLEM, 1)).toMatchObject({
      to: "",
      channel: "feed",
      template: "admin-ui",
      data: {
        title: "SEPA direct debit",
        description: "CatalystPay does not accept the API key.\nSet the account's current key in the plugin's options.",
      },
      resource_id: "cpprb_1",
      idempotency_key: "catalystpay-feed-cpprb_1",
    })
  })

  it("names the account where the store has several", () => {
    expect(feedNotificationOf(PROBLEM, 2).data).toMatchObject({ title: "SEPA direct debit (fr)" })
    expect(feedNotificationOf({ ...PROBLEM, account: null }, 2).data).toMatchObject({ title: "SEPA direct debit" })
  })

  it("needs a store that has a provider for the feed", () => {
    expect(hasProviderFor("feed", configured(["email"], ["sms", "feed"]))).toBe(true)
    expect(hasProviderFor("feed", configured(["email"]))).toBe(false)
    expect(hasProviderFor("feed", configured())).toBe(false)
    expect(hasProviderFor("feed", { modules: { notification: { options: { providers: [{ resolve: "x" }] } } } })).toBe(false)
    expect(hasProviderFor("feed", { modules: { notification: false } })).toBe(false)
    expect(hasProviderFor("feed", undefined)).toBe(false)
  })
})

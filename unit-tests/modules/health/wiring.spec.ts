import { providersOf, webhookUrl } from "../../../src/modules/catalystpay/health/wiring"

const configured = (providers: unknown[]) => ({ modules: { payment: { resolve: "@medusajs/medusa/payment", options: { providers } } } })

describe("the providers of an account", () => {
  it("are those of ours that name it, however the provider's path is written", () => {
    const config = configured([
      { resolve: "medusa-payment-catalystpay/providers/catalystpay", id: "sepa" },
      { resolve: "/shop/.medusa/server/src/providers/catalystpay/index.js", id: "sepa-fr", options: { account: "fr" } },
      { resolve: "./src/providers/catalystpay", id: "sepa-nl", options: { account: "nl" } },
      { resolve: "@medusajs/payment-stripe", id: "stripe", options: { apiKey: "sk_1" } },
    ])
    expect(providersOf(config, "default")).toEqual(["pp_catalystpay_sepa"])
    expect(providersOf(config, "fr")).toEqual(["pp_catalystpay_sepa-fr"])
    expect(providersOf(config, "es")).toEqual([])
  })

  it("may have no id of their own", () => {
    expect(providersOf(configured([{ resolve: "medusa-payment-catalystpay/providers/catalystpay" }]), "default")).toEqual(["pp_catalystpay"])
  })

  it("are not known where the configuration does not show them", () => {
    expect(providersOf(undefined, "default")).toBeNull()
    expect(providersOf({ modules: { payment: true } }, "default")).toBeNull()
  })
})

describe("the address for webhooks", () => {
  it("is the server's own, with the account's name", () => {
    expect(webhookUrl({ admin: { backendUrl: "https://shop.example/" } }, "fr")).toBe("https://shop.example/hooks/catalystpay/fr")
  })

  it("is not known where Medusa is told no address", () => {
    expect(webhookUrl({ admin: { backendUrl: "/" } }, "default")).toBeNull()
    expect(webhookUrl({}, "default")).toBeNull()
    expect(webhookUrl(undefined, "default")).toBeNull()
  })
})

import { randomBytes } from "node:crypto"
import { parseOptions } from "../../src/modules/catalystpay/options"

const key = randomBytes(32)
const one = {
  apiKey: "rk_1",
  webhookSecret: "whsec_1",
  encryptionKey: key.toString("base64"),
  campaignId: "a1b2c3d4-e5f6-7890-abcd-ef1234567890",
  creditor: { name: "Demo Shop GmbH", identifier: "DE98ZZZ09999999999" },
}
const { encryptionKey, ...account } = one

describe("the plugin's options", () => {
  it("fills in the defaults of a single account", () => {
    const settings = parseOptions(one)
    expect(Object.keys(settings.accounts)).toEqual(["default"])
    expect(settings.accounts.default).toMatchObject({ webhookSecret: ["whsec_1"], currencies: ["eur"] })
    expect(settings).toMatchObject({ capture: "on_webhook", refunds: "manual", clientIp: "proxy" })
    expect(settings.encryptionKey).toEqual([key])
  })

  it("calls production unless told otherwise, and knows an address however its end is written", () => {
    expect(parseOptions(one).accounts.default?.apiUrl).toBe("https://api.catalystpay.com/api/v1")
    const written = parseOptions({ ...one, apiUrl: "https://api.catalystpay.com/api/v1/" })
    expect(written.accounts.default?.apiUrl).toBe("https://api.catalystpay.com/api/v1")
  })

  it("takes several accounts by name", () => {
    const settings = parseOptions({ encryptionKey, accounts: { de: account, fr: { ...account, apiKey: "rk_2" } } })
    expect(Object.keys(settings.accounts)).toEqual(["de", "fr"])
    expect(settings.accounts.fr?.apiKey).toBe("rk_2")
  })

  it("takes lists of secrets and keys while they are rotated", () => {
    const other = randomBytes(32)
    const settings = parseOptions({
      ...one,
      webhookSecret: ["new", "old"],
      encryptionKey: [other.toString("hex"), key.toString("base64url")],
    })
    expect(settings.accounts.default?.webhookSecret).toEqual(["new", "old"])
    expect(settings.encryptionKey).toEqual([other, key])
  })

  it("takes direct mode with a gateway id", () => {
    const { campaignId: _campaign, ...direct } = one
    expect(parseOptions({ ...direct, gatewayId: "g", billingType: "ONE_OFF" }).accounts.default?.gatewayId).toBe("g")
  })

  it("takes bank accounts in the store's own checkout unless told otherwise, each account for itself", () => {
    const { accounts } = parseOptions({ encryptionKey, accounts: { de: account, page: { ...account, collect: "hosted" } } })
    expect([accounts.de?.collect, accounts.page?.collect]).toEqual(["iban", "hosted"])
  })

  it("wants a page to be there where shoppers are sent to one", () => {
    const { campaignId: _campaign, ...direct } = { ...one, gatewayId: "g", collect: "hosted" }
    expect(() => parseOptions(direct)).toThrow("hostedPageId: collect: \"hosted\" needs a page to send shoppers to")
    expect(parseOptions({ ...direct, hostedPageId: "page_1" }).accounts.default).toMatchObject({ hostedPageId: "page_1" })
  })

  it("takes a campaign through another gateway", () => {
    const { default: account } = parseOptions({ ...one, gatewayId: "g" }).accounts
    expect(account).toMatchObject({ campaignId: one.campaignId, gatewayId: "g" })
  })

  it("limits attempts unless told otherwise, each limit by itself", () => {
    expect(parseOptions(one).attemptLimits).toEqual({ perSession: 10, perIp: 30, ibanChecksPerIp: 60 })
    const { attemptLimits } = parseOptions({ ...one, attemptLimits: { perIp: false, perSession: 3 } })
    expect(attemptLimits).toEqual({ perSession: 3, perIp: false, ibanChecksPerIp: 60 })
  })

  it("ignores what Medusa adds to every module's options, and options that are not set", () => {
    expect(() => parseOptions({ ...one, database: { clientUrl: "postgres://x" }, gatewayId: undefined })).not.toThrow()
  })

  it("takes a map from our fields to the merchant's keys", () => {
    const fieldMap = { session_token: " checkout ", amount: "totals.gross" }
    expect(parseOptions({ ...one, fieldMap }).accounts.default?.fieldMap).toEqual({
      session_token: "checkout",
      amount: "totals.gross",
    })
  })

  it("lists the fields of a webhook when a map names another", () => {
    const wrong = () => parseOptions({ ...one, fieldMap: { sessionToken: "checkout" } })
    expect(wrong).toThrow("fieldMap.sessionToken: is no field of a webhook event; those that can be mapped are session_token,")
    expect(wrong).toThrow("tenant_reference_id, amount, currency,")
  })

  it.each([
    ["no options", undefined, "apiKey"],
    ["a short key", { ...one, encryptionKey: "too short" }, "encryptionKey: must be 32 random bytes"],
    ["31 bytes", { ...one, encryptionKey: randomBytes(31).toString("base64") }, "must be 32 random bytes"],
    ["neither mode", { ...one, campaignId: undefined }, "give campaignId (campaign mode), or gatewayId"],
    ["no attempt at all", { ...one, attemptLimits: { perSession: 0 } }, "attemptLimits.perSession"],
    ["a limit nobody knows", { ...one, attemptLimits: { perCart: 1 } }, "attemptLimits"],
    ["plain http", { ...one, apiUrl: "http://api.catalystpay.com/api/v1" }, "apiUrl: must be an https address"],
    ["no address", { ...one, apiUrl: "not a url" }, "apiUrl: must be an https address"],
    ["another host", { ...one, apiUrl: "https://api.evil.example/api/v1" }, 'apiUrl: leads to api.evil.example, which is not'],
    ["a host that begins like CatalystPay's", { ...one, apiUrl: "https://api.catalystpay.com.evil.example/" }, "allowedApiHosts"],
    ["a host that ends like CatalystPay's", { ...one, apiUrl: "https://evilcatalystpay.com/api/v1" }, "allowedApiHosts"],
    ["another port", { ...one, apiUrl: "https://api.catalystpay.com:8443/api/v1" }, 'allowedApiHosts: ["api.catalystpay.com:8443"]'],
    ["another port than the allowed one", { ...one, apiUrl: "https://p.example:1/", allowedApiHosts: ["p.example"] }, "leads to p.example:1"],
    ["an address of the network inside", { ...one, apiUrl: "https://169.254.169.254/latest" }, "leads to 169.254.169.254"],
    ["a host in a user's disguise", { ...one, apiUrl: "https://api.catalystpay.com@evil.example/" }, "without user name"],
    ["an address with a query", { ...one, apiUrl: "https://api.catalystpay.com/api/v1?key=" }, "without user name, password, query"],
    ["an address with a fragment", { ...one, apiUrl: "https://api.catalystpay.com/api/v1#" }, "query or fragment"],
    ["a pattern of hosts", { ...one, allowedApiHosts: ["*.example.com"] }, "allowedApiHosts: must be a host"],
    ["a whole address for a host", { ...one, allowedApiHosts: ["https://p.example"] }, "allowedApiHosts: must be a host"],
    [
      "another host in one of several accounts",
      { encryptionKey, accounts: { de: account, fr: { ...account, apiUrl: "https://fr.example" } } },
      "accounts.fr.apiUrl: leads to fr.example",
    ],
    ["a long name", { ...one, creditor: { name: "x".repeat(71), identifier: "DE98" } }, "creditor.name"],
    ["an unknown policy", { ...one, capture: "someday" }, "capture"],
    ["a misspelt name", { ...one, apikey: "rk_1" }, "apikey"],
    ["an empty list of secrets", { ...one, webhookSecret: [] }, "webhookSecret"],
    ["a map to nothing", { ...one, fieldMap: { amount: " " } }, "fieldMap.amount"],
    ["a map with a key that every object has", { ...one, fieldMap: { constructor: "x" } }, "fieldMap.constructor"],
    ["eleven attempts", { ...one, maxPaymentAttempts: 11 }, "maxPaymentAttempts"],
    ["no account", { encryptionKey, accounts: {} }, "accounts"],
    ["an account name that is no path part", { encryptionKey, accounts: { "de/1": account } }, "accounts"],
    ["an account without a key", { encryptionKey, accounts: { de: { ...account, apiKey: "" } } }, "accounts.de.apiKey"],
  ])("refuses %s in one sentence that names the option", (_case, options, named) => {
    expect(() => parseOptions(options)).toThrow(named)
  })

  it("repeats no secret in what it refuses", () => {
    expect.assertions(2)
    try {
      parseOptions({ ...one, encryptionKey: "sekrit-but-wrong", webhookSecret: 7, apiKey: ["rk_very_secret"] })
    } catch (error) {
      expect(String(error)).not.toContain("sekrit-but-wrong")
      expect(String(error)).not.toContain("rk_very_secret")
    }
  })

  it("calls CatalystPay's hosts, and another one only when it is named", () => {
    for (const apiUrl of ["https://api.catalystpay.com/api/v1", "https://API.staging.CatalystPay.com:443/api/v1"]) {
      expect(parseOptions({ ...one, apiUrl }).accounts.default?.apiUrl).toBe(apiUrl)
    }
    const apiUrl = "https://Proxy.example.com:8443/catalystpay"
    const named = parseOptions({ ...one, apiUrl, allowedApiHosts: ["proxy.EXAMPLE.com:8443", "other.example:443"] })
    expect(named.accounts.default?.apiUrl).toBe(apiUrl)
    expect(named.allowedApiHosts).toEqual(["proxy.example.com:8443", "other.example"])
  })

  it("lets a plain http address pass for localhost only", () => {
    expect(() => parseOptions({ ...one, apiUrl: "http://localhost:4010/api/v1" })).not.toThrow()
    expect(() => parseOptions({ ...one, apiUrl: "http://localhost.evil.example/api/v1" })).toThrow("https")
  })
})

import * as gateway from "../../src/gateway"
import * as webhooks from "../../src/gateway/webhooks"

describe("the public entries", () => {
  it("of ./webhooks are four functions", () => {
    expect(Object.keys(webhooks).sort()).toEqual([
      "parseWebhookEvent",
      "signWebhook",
      "verifyParamsSignature",
      "verifyWebhookSignature",
    ])
  })

  it("of ./gateway are the client, its errors and the tools for IBANs and webhooks", () => {
    expect(Object.keys(gateway).sort()).toEqual([
      "CatalystPayClient",
      "GatewayError",
      "PRODUCTION_API_URL",
      "TURN_KINDS",
      "TurnQueue",
      "WEBHOOK_EVENT_TYPES",
      "WEBHOOK_FIELDS",
      "WEBHOOK_MAPPING",
      "WEBHOOK_SUBSCRIPTIONS",
      "canonicalJson",
      "checkIban",
      "containsIban",
      "mappingWith",
      "maskIban",
      "maskIbans",
      "maskIbansDeep",
      "normaliseIban",
      "parseParams",
      "parseWebhookEvent",
      "signWebhook",
      "verifyParamsSignature",
      "verifyWebhookSignature",
    ])
  })
})

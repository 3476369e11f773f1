import { parseWebhookEvent } from "../../src/gateway"
import { whyUnmatched } from "../../src/modules/catalystpay/webhooks/unmatched-webhook"

const why = (payload: unknown) => whyUnmatched(parseWebhookEvent("payment_session.completed", payload))

describe("why a webhook found no debit", () => {
  it.each([
    {},
    { status: "COMPLETED", amount: "29.99", currency: "EUR", email: "max@example.org" },
    { session_token: null, order_number: "", transaction_id: "None" },
    { checkout: "ps_1" },
  ])("names no debit when there is no id in %j", (payload) => {
    expect(why(payload)).toBe("names_no_debit")
  })

  it.each(["session_token", "tenant_reference_id", "order_number", "transaction_id"])(
    "says that the id is nobody's when there is a %s",
    (key) => {
      expect(why({ [key]: "1" })).toBe("ids_unknown")
    },
  )
})

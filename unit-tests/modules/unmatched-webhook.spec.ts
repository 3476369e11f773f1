import { parseWebhookEvent } from "../../src/gateway"
import { whyUnmatched } from "../../src/modules/catalystpay/unmatched-webhook"

const why = (payload: unknown) => whyUnmatched(parseWebhookEvent("payment_session.completed", payload))

describe("why a webhook found no debit", () => {
  it.each([
    {},
    { status: "COMPLETED", amount: "29.99", currency: "EUR", email: "max@example.org" },
    { session_token: null, order_number: "", transaction_id: "None" },
    { checkout: "ps_1" },
  ])("tells the merchant what to map when there is no id in %j", (payload) => {
    expect(why(payload)).toBe(
      "This webhook names no debit: let its endpoint's mapping at CatalystPay include session_token, " +
        "tenant_reference_id, order_number or transaction_id, or name your keys for them in the option fieldMap.",
    )
  })

  it.each(["session_token", "tenant_reference_id", "order_number", "transaction_id"])(
    "says that the id is nobody's when there is a %s",
    (key) => {
      expect(why({ [key]: "1" })).toBe("No debit of this store carries the ids in this webhook.")
    },
  )
})

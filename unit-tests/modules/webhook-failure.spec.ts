import { GatewayError, type GatewayErrorKind } from "../../src/gateway"
import { outcomeOfError } from "../../src/modules/catalystpay/webhooks/webhook-failure"
import { describeOutcome } from "../../src/modules/catalystpay/webhooks/webhook-outcomes"

const failed = (kind: GatewayErrorKind) => new GatewayError({ kind, operation: "get_session", message: "It said why." })

describe("outcomeOfError", () => {
  it.each<GatewayErrorKind>(["not_sent", "unavailable", "outcome_unknown", "throttled"])("holds a call that was %s for no answer", (kind) => {
    expect(outcomeOfError(failed(kind)).code).toBe("gateway_silent")
  })

  it("tells a key that was not accepted from other refusals", () => {
    expect(outcomeOfError(failed("unauthorized")).code).toBe("key_rejected")
    expect(outcomeOfError(failed("not_found")).code).toBe("not_processed")
  })

  it("keeps the error's words, and of a database's error never the statement", () => {
    const error = new Error('update "catalystpay_debit" set "email" = \'jo@example.com\' - deadlock detected')
    expect(describeOutcome(outcomeOfError(error))).toBe("It could not be processed: deadlock detected.")
    expect(describeOutcome(outcomeOfError(failed("unavailable")))).toBe("CatalystPay gave no answer when it was asked: It said why.")
  })

  it("reads what a workflow throws, which is no error any more", () => {
    expect(outcomeOfError({ message: "The order is being changed." })).toEqual({
      code: "not_processed",
      details: { why: "The order is being changed." },
    })
  })
})

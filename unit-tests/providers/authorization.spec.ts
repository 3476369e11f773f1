import { COLLECT_MODES, type CollectMode } from "../../src/modules/catalystpay/debits/collect-mode"
import { DEBIT_STATUSES, type DebitStatus } from "../../src/modules/catalystpay/debit-state"
import { toPublicData } from "../../src/modules/catalystpay/debits/public-data"
import { toAuthorization, type Authorization } from "../../src/providers/catalystpay/authorization"
import { debitRecord, mandateRecord } from "../support/records"

function hear(
  status: DebitStatus,
  change: {
    orderPlaced?: boolean
    capture?: "on_webhook" | "on_approval" | "on_settlement"
    locale?: string
    error_code?: string
    collect?: CollectMode
  } = {},
): Authorization {
  const debit = debitRecord({ status, error_code: change.error_code ?? null, collect: change.collect ?? "iban" })
  return toAuthorization({
    debit,
    data: toPublicData(debit, mandateRecord()),
    locale: change.locale ?? null,
    orderPlaced: change.orderPlaced ?? false,
    capture: change.capture ?? "on_webhook",
  })
}

function inShort(authorization: Authorization): string {
  return authorization.kind === "answer"
    ? authorization.output.status
    : `${authorization.error.type} ${authorization.sessionStatus}`
}

describe("what Medusa hears of a cart's debit", () => {
  it.each([
    ["opened", "payment_requires_more_error pending"],
    ["ready", "payment_authorization_error pending"],
    ["queued", "pending_authorization"],
    ["submitting", "pending_authorization"],
    ["approved", "authorized"],
    ["awaiting_verification", "payment_requires_more_error pending"],
    ["declined", "payment_authorization_error pending"],
    ["failed", "payment_authorization_error error"],
    ["cancelled", "payment_authorization_error error"],
    ["superseded", "payment_authorization_error error"],
  ] as const)("%s is %s", (status, heard) => {
    expect(inShort(hear(status))).toBe(heard)
  })

  it.each([
    ["opened", "payment_requires_more_error pending", "payment_page_needed"],
    ["submitting", "payment_authorization_error pending", "outcome_unknown"],
    ["awaiting_verification", "payment_requires_more_error pending", "verification_needed"],
    ["declined", "payment_authorization_error pending", "account_closed"],
    ["failed", "payment_authorization_error error", "session_not_payable"],
    ["cancelled", "payment_authorization_error error", "session_not_payable"],
  ] as const)("%s on CatalystPay's page is %s, with the code %s", (status, heard, code) => {
    const authorization = hear(status, { collect: "hosted", error_code: "account_closed" })
    expect(inShort(authorization)).toBe(heard)
    expect(authorization.kind === "refuse" && authorization.error.code).toBe(code)
  })

  it("places no order for a page of which nobody knows whether it was paid", () => {
    for (const status of DEBIT_STATUSES.filter((one) => one !== "approved" && one !== "queued")) {
      expect([status, hear(status, { collect: "hosted" }).kind]).toEqual([status, "refuse"])
    }
    expect(inShort(hear("approved", { collect: "hosted" }))).toBe("authorized")
  })

  it("calls an approved debit captured only where the merchant asked for it", () => {
    expect(inShort(hear("approved", { capture: "on_approval" }))).toBe("captured")
    expect(inShort(hear("approved", { capture: "on_settlement" }))).toBe("authorized")
  })

  it("speaks to the shopper in the language of the mandate", () => {
    const german = hear("declined", { locale: "de", error_code: "account_closed" })
    expect(german.kind === "refuse" && german.error.message).toContain("Dieses Konto ist geschlossen.")
  })
})

describe("what Medusa hears of a placed order's debit", () => {
  it("is never a call for more, and never an error thrown", () => {
    for (const collect of COLLECT_MODES) {
      for (const status of DEBIT_STATUSES) {
        const authorization = hear(status, { orderPlaced: true, collect })
        expect([collect, status, authorization.kind]).toEqual([collect, status, "answer"])
      }
    }
  })

  it("is always complete data", () => {
    const keys = Object.keys(toPublicData(debitRecord(), null))
    for (const status of DEBIT_STATUSES) {
      const authorization = hear(status, { orderPlaced: true })
      const data = authorization.kind === "answer" ? (authorization.output.data ?? {}) : {}
      expect(Object.keys(data)).toEqual(keys)
      expect(Object.values(data)).not.toContain(undefined)
    }
  })
})

import type { AccountHealth } from "../../../src/modules/catalystpay/health/types"
import { warningsOf } from "../../../src/modules/catalystpay/health/warnings"

const WELL: Omit<AccountHealth, "warnings"> = {
  account: "default",
  provider_ids: ["pp_catalystpay_sepa"],
  collect: "iban",
  environment: "live",
  campaign: null,
  gateway: null,
  api_url: "https://api.catalystpay.com/api/v1",
  credentials: { state: "good", checked_at: null },
  webhooks: {
    url: null,
    path: "/hooks/catalystpay/default",
    last_seen_at: null,
    silent: false,
    refused_signatures: 4,
    secrets: { current: 1, retiring: 0 },
    events: [],
    field_map: [],
  },
  queue: { waiting: 0, oldest_at: null },
  calls: { breaker: "closed", consecutive_failures: 4, next_probe_at: null, per_second: 1, waiting: { pay: 0, verify: 0, get: 0 } },
  reconciliation: [],
}

describe("an account", () => {
  it("that is well, or of which little is known yet, warns of nothing", () => {
    expect(warningsOf(WELL)).toEqual([])
    const unknown = { credentials: { state: "unknown" as const, checked_at: null }, provider_ids: null }
    expect(warningsOf({ ...WELL, ...unknown, webhooks: { ...WELL.webhooks, refused_signatures: null } })).toEqual([])
  })

  it("warns of everything that is wrong, the most urgent first", () => {
    expect(
      warningsOf({
        ...WELL,
        provider_ids: [],
        credentials: { state: "rejected", checked_at: null },
        webhooks: { ...WELL.webhooks, silent: true, refused_signatures: 5 },
        calls: { ...WELL.calls, breaker: "half_open" },
        reconciliation: [{ listing: "chargebacks", last_run_at: null, status: "interrupted", failure: "No answer came." }],
      }),
    ).toEqual([
      "gateway_credentials_rejected",
      "no_provider",
      "webhooks_silent",
      "webhook_signature_failing",
      "calls_suspended",
      "reconciliation_failing",
    ])
  })
})

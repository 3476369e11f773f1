import type { CliOptions } from "./cli-options"
import { columns } from "./columns"
import { DEFAULT_API_KEY, DEFAULT_CAMPAIGN_ID, DEFAULT_GATEWAY_ID } from "./defaults"
import { describeOutcome } from "./pages"
import { SWITCH_NAMES, SWITCHES } from "./switches"
import type { Switches } from "./switches"
import { TEST_IBANS } from "./test-ibans"
import type { ListenResult } from "./types"

/** What one needs to know to use a sandbox that has just started. A key that is not the well-known one stays unsaid. */
export function startTable({ url, apiUrl }: ListenResult, options: CliOptions): string {
  const facts: [string, string][] = [
    ["API base URL", apiUrl],
    ["API key", options.apiKey === DEFAULT_API_KEY ? DEFAULT_API_KEY : "the one you gave"],
    ["Campaign id", DEFAULT_CAMPAIGN_ID],
    ["Gateway id", DEFAULT_GATEWAY_ID],
    ["Control URL", `${url}/control`],
    ["Webhooks to", options.webhookUrl ?? "nowhere (--webhook-url)"],
    ["Return URL", options.returnUrl ?? "none (--return-url)"],
    ["Rate limits", options.rateLimits ? "as documented" : "none (--rate-limits)"],
    ["Switched", switched(options.switches)],
  ]
  const ibans = TEST_IBANS.map((test) => {
    return [test.iban, describeOutcome(test), test.official ? "official" : "sandbox only"]
  })
  return [
    "CatalystPay sandbox: not CatalystPay itself, no money moves.",
    "",
    ...columns(facts),
    "",
    ...columns([["Test IBAN", "Outcome", "Known to"], ...ibans]),
    "",
    'Every other valid IBAN is approved. "sandbox only" IBANs mean nothing to CatalystPay.',
    "",
  ].join("\n")
}

/** The answers that differ from the defaults. */
function switched(switches: Switches): string {
  const changed = SWITCH_NAMES.filter((name) => switches[name] !== SWITCHES[name].answers[0])
  return changed.map((name) => `${name}=${switches[name]}`).join(", ") || "nothing (--list-switches)"
}

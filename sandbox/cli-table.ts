import type { CliOptions } from "./cli-options"
import { DEFAULT_API_KEY, DEFAULT_CAMPAIGN_ID, DEFAULT_GATEWAY_ID } from "./defaults"
import { describeOutcome } from "./pages"
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

function columns(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()}`)
}

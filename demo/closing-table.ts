import type { DemoInfo } from "./demo-file"
import type { DemoTestIban } from "./gateway"
import { groupIban } from "./iban-text"
import { SAMPLE_CUSTOMER } from "./seed/customer"

/** What somebody who watched the demo start needs next. */
export function closingTable(info: DemoInfo, testIbans: readonly DemoTestIban[], seconds: number): string {
  const addresses: [string, string | null][] = [
    ["Shop", info.storefront_url],
    ["  customer", `${SAMPLE_CUSTOMER.email}  ${SAMPLE_CUSTOMER.password}`],
    ["Dashboard", info.admin_url],
    ["  log in with", info.admin_url && `${info.admin_email}  ${info.admin_password}`],
    ["Sandbox", info.sandbox_url],
    ["Store API", info.medusa_url],
    // The sandbox knows where to send its webhooks; another gateway has to be told.
    ["Webhooks to", info.sandbox_url === null ? `${info.medusa_url}/hooks/catalystpay/default` : null],
    ["Database", info.database_url],
  ]
  const rows = addresses.flatMap(([name, value]) => (value === null ? [] : [`  ${name.padEnd(16)}${value}`]))
  const ibans = testIbans.map(({ iban, outcome, note }) =>
    `  ${groupIban(iban).padEnd(30)}${outcome.replace("_", " ").padEnd(23)}${note}`,
  )
  return [
    "",
    `The shop is open after ${seconds.toFixed(0)} seconds.`,
    "",
    ...rows,
    "",
    "Test IBANs (holder: any name; every other valid IBAN is approved by the sandbox)",
    "",
    ...ibans,
    "",
    "Buy from a script:  npm run demo:checkout -- --iban DE89370400440532013000",
    "Stop with Ctrl-C.",
    "",
    "",
  ].join("\n")
}

import { createSandbox, DEFAULT_CAMPAIGN_ID, TEST_IBANS, type SandboxOptions } from "../sandbox"
import { freePortFrom } from "./ports"
import type { Secrets } from "./secrets"
import { writeLog } from "./service"

const SANDBOX_PORT = 4010
const SANDBOX_KEY = "rk_sandbox"

export type DemoTestIban = { iban: string; outcome: string; note: string }

export type Gateway = {
  /** The plugin's options, as medusa-config.ts reads them. */
  env: Record<string, string>
  sandbox_url: string | null
  webhook_secret: string
  test_ibans: DemoTestIban[]
  stop(): Promise<void>
}

type GatewayOptions = {
  secrets: Secrets
  webhookUrl: string
  /** Where shoppers come back to after they have signed a mandate, or paid on the gateway's page. */
  returnUrl: string
  takenPorts: number[]
  sandbox: SandboxTerms
}

/** How the sandbox differs from one that nobody told anything. */
export type SandboxTerms = Pick<SandboxOptions, "finishAfterMs">

/** The gateway that the demo's shop is connected to: a sandbox of its own, or the one that the environment names. */
export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  return process.env.CATALYSTPAY_API_URL ? givenGateway(process.env, options.secrets) : startSandbox(options)
}

async function startSandbox({ secrets, webhookUrl, returnUrl, takenPorts, sandbox: terms }: GatewayOptions): Promise<Gateway> {
  const sandbox = createSandbox({
    ...terms,
    apiKeys: [SANDBOX_KEY],
    webhooks: { url: webhookUrl, secret: secrets.webhook_secret },
    returnUrl,
    hostedReturnUrls: { success: returnUrl, failure: returnUrl },
    log: (line) => writeLog(`sandbox: ${line}`),
  })
  const { url, apiUrl } = await sandbox.listen(await freePortFrom(SANDBOX_PORT, takenPorts))
  return {
    env: {
      CATALYSTPAY_API_URL: apiUrl,
      CATALYSTPAY_API_KEY: SANDBOX_KEY,
      CATALYSTPAY_CAMPAIGN_ID: DEFAULT_CAMPAIGN_ID,
      // Empty, not absent: a .env file must not add a second way of addressing the gateway.
      CATALYSTPAY_GATEWAY_ID: "",
      CATALYSTPAY_WEBHOOK_SECRET: secrets.webhook_secret,
      CATALYSTPAY_ENCRYPTION_KEY: secrets.encryption_key,
    },
    sandbox_url: url,
    webhook_secret: secrets.webhook_secret,
    test_ibans: TEST_IBANS.map(({ iban, outcome, note }) => ({ iban, outcome, note })),
    stop: () => sandbox.close(),
  }
}

/**
 * @throws Error that names the variables that are missing beside CATALYSTPAY_API_URL
 */
export function givenGateway(env: NodeJS.ProcessEnv, secrets: Secrets): Gateway {
  const missing = ["CATALYSTPAY_API_KEY", "CATALYSTPAY_WEBHOOK_SECRET"].filter((name) => !env[name])
  if (!env.CATALYSTPAY_CAMPAIGN_ID && !env.CATALYSTPAY_GATEWAY_ID) {
    missing.push("CATALYSTPAY_CAMPAIGN_ID (or CATALYSTPAY_GATEWAY_ID)")
  }
  if (missing.length > 0) {
    throw new Error(`CATALYSTPAY_API_URL is set, so these have to be set as well: ${missing.join(", ")}.`)
  }
  return {
    // The rest of the plugin's options reaches Medusa with the environment that it inherits.
    env: { CATALYSTPAY_ENCRYPTION_KEY: env.CATALYSTPAY_ENCRYPTION_KEY ?? secrets.encryption_key },
    sandbox_url: null,
    webhook_secret: env.CATALYSTPAY_WEBHOOK_SECRET ?? "",
    test_ibans: TEST_IBANS.filter((test) => test.official).map(({ iban, outcome, note }) => ({ iban, outcome, note })),
    stop: async () => undefined,
  }
}

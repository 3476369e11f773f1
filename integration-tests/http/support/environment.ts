import { randomBytes } from "node:crypto"
import { createSandbox, DEFAULT_CAMPAIGN_ID, DEFAULT_GATEWAY_ID, TEST_IBANS, type Sandbox } from "../../../sandbox"
import { GatewayLine } from "./gateway-line"
import { searchedOutput, type Output } from "./output"

export const API_KEY = "rk_test_integration"
export const WEBHOOK_SECRET = "whsec_integration"
/** Being replaced by the other: still accepted. */
export const RETIRING_SECRET = "whsec_retiring"
/** Of a shop that was restarted with other ones. */
export const NEXT_API_KEY = "rk_test_integration_next"
export const NEXT_SECRET = "whsec_integration_next"
export const PROVIDER_ID = "pp_catalystpay_sepa"
/** A gateway (MID) beside the campaign's own. */
export const SECOND_GATEWAY_ID = "b7c1f1f0-2f8e-4a55-9d0e-6f3f1f0c2a11"
export const ADMIN = { email: "admin@example.com", password: "supersecret-integration" }

export interface Environment {
  sandbox: Sandbox
  /** Between Medusa and the sandbox; it can be cut. */
  line: GatewayLine
  /** Everything that was written to the terminal, log lines among them. */
  output: Output
  /** Those that the file's tests use. */
  ibans: Set<string>
  /** What must stand in no table, log line or answer. */
  secrets: () => string[]
}

/**
 * The gateway and the settings of one spec file. Registered before Medusa's runner, so that the sandbox answers when
 * medusa-config is read.
 * @param options the plugin's, where they differ from medusa-config's
 */
export function prepareEnvironment(options: Record<string, unknown>): Environment {
  const sandbox = createSandbox({
    apiKeys: [API_KEY],
    gatewayIds: [DEFAULT_GATEWAY_ID, SECOND_GATEWAY_ID],
    webhookRetryDelaysMs: [0, 200, 500],
    log: () => undefined,
  })
  const ibans = new Set(TEST_IBANS.map(({ iban }) => iban))
  /** The second one is being replaced by the first. */
  const encryptionKeys = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")]
  const secrets = () => [API_KEY, WEBHOOK_SECRET, RETIRING_SECRET, NEXT_API_KEY, NEXT_SECRET, ...encryptionKeys]
  const tokens = () => sandbox.sessions().map(({ session_token }) => session_token)
  const output = searchedOutput({ ibans, secrets: () => [...secrets(), ...tokens()] })
  const environment: Environment = { sandbox, line: new GatewayLine(), output, ibans, secrets }
  beforeAll(async () => {
    const { port } = await sandbox.listen()
    const apiUrl = `${await environment.line.open(port)}/api/v1`
    Object.assign(process.env, {
      CATALYSTPAY_API_KEY: API_KEY,
      CATALYSTPAY_API_URL: apiUrl,
      CATALYSTPAY_WEBHOOK_SECRET: `${WEBHOOK_SECRET} ${RETIRING_SECRET}`,
      CATALYSTPAY_CAMPAIGN_ID: DEFAULT_CAMPAIGN_ID,
      CATALYSTPAY_ENCRYPTION_KEY: encryptionKeys.join(" "),
      // The sandbox limits nothing unless it is told to, and a test need not wait for its turn.
      CATALYSTPAY_OPTIONS: JSON.stringify({ callsPerSecond: 1000, ...options }),
    })
  })
  afterAll(async () => {
    await environment.line.cut()
    await sandbox.close()
    environment.output.stop()
  })
  return environment
}

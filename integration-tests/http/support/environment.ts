import { randomBytes } from "node:crypto"
import { createSandbox, DEFAULT_CAMPAIGN_ID, type Sandbox } from "../../../sandbox"
import { captureOutput, type Output } from "./output"

export const API_KEY = "rk_test_integration"
export const WEBHOOK_SECRET = "whsec_integration"
export const PROVIDER_ID = "pp_catalystpay_sepa"

export interface Environment {
  sandbox: Sandbox
  /** Everything that was written to the terminal, log lines among them. */
  output: Output
}

/**
 * The gateway and the settings of one spec file. Registered before Medusa's runner, so that the sandbox answers when
 * medusa-config is read.
 */
export function prepareEnvironment(): Environment {
  const environment: Environment = {
    sandbox: createSandbox({ apiKeys: [API_KEY], webhookRetryDelaysMs: [0, 200, 500], log: () => {} }),
    output: captureOutput(),
  }
  beforeAll(async () => {
    environment.output.start()
    const { apiUrl } = await environment.sandbox.listen()
    Object.assign(process.env, {
      CATALYSTPAY_API_KEY: API_KEY,
      CATALYSTPAY_API_URL: apiUrl,
      CATALYSTPAY_WEBHOOK_SECRET: WEBHOOK_SECRET,
      CATALYSTPAY_CAMPAIGN_ID: DEFAULT_CAMPAIGN_ID,
      CATALYSTPAY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    })
  })
  afterAll(async () => {
    await environment.sandbox.close()
    environment.output.stop()
  })
  return environment
}

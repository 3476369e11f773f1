import { randomBytes } from "node:crypto"
import { logger } from "@medusajs/framework/logger"
import { createSandbox, DEFAULT_CAMPAIGN_ID, DEFAULT_GATEWAY_ID, switchesWith, TEST_IBANS } from "../../../sandbox"
import CatalystPayModule from "../../../src/modules/catalystpay/service"
import type { CatalystPayModuleService } from "../../../src/modules/catalystpay"
import { searchedOutput } from "../../http/support/output"
import { WEBHOOK_SECRET, type Bench, type Rotation } from "./bench"
import { runLedger } from "./ledger-runner"
import { ScriptedGateway } from "./scripted-gateway"

const API_KEY = "rk_test_modules"
const OTHER_KEY = "rk_test_modules_other_tenant"
const ENCRYPTION_KEY = randomBytes(32).toString("base64")
const SECOND_GATEWAY = "b7c1f1f0-2f8e-4a55-9d0e-6f3f1f0c2a11"

/** A ledger by itself on PostgreSQL, with sandboxes over HTTP. */
export function describeLedger(scenarios: (bench: Bench) => void): void {
  const sandbox = createSandbox({
    apiKeys: [API_KEY],
    gatewayIds: [DEFAULT_GATEWAY_ID, SECOND_GATEWAY],
    log: () => undefined,
  })
  const gateway = new ScriptedGateway()
  const strangers = createSandbox({ apiKeys: [OTHER_KEY], log: () => undefined })
  const output = searchedOutput({ ibans: TEST_IBANS.map(({ iban }) => iban), secrets: () => [ENCRYPTION_KEY] })
  /** The runner takes its options when it is made, and the sandbox's address is known later. */
  const account = {
    apiKey: API_KEY,
    apiUrl: "http://127.0.0.1:1/api/v1",
    webhookSecret: WEBHOOK_SECRET,
    campaignId: DEFAULT_CAMPAIGN_ID,
    creditor: { name: "Demo Shop GmbH", identifier: "DE98ZZZ09999999999" },
  }
  /** The same tenant through another gateway, another tenant, and one whose answers a test writes. */
  const accounts = {
    default: account,
    other: { ...account, gatewayId: SECOND_GATEWAY },
    stranger: { ...account, apiKey: OTHER_KEY },
    renamed: { ...account, fieldMap: { session_token: "checkout.id", amount: "Totals.Gross", session_status: "state" } },
    rotating: { ...account, webhookSecret: ["whsec_next", WEBHOOK_SECRET] },
    rotated: { ...account, webhookSecret: ["whsec_next"] },
    mistyped: { ...account, webhookSecret: `${WEBHOOK_SECRET}\n` },
    scripted: { ...account, apiKey: "rk_test_modules_scripted" },
    hosted: { ...account, collect: "hosted", maxPaymentAttempts: 3 },
    scripted_page: { ...account, apiKey: "rk_test_modules_page", collect: "hosted", maxPaymentAttempts: 3 },
  }

  beforeAll(async () => {
    const { apiUrl } = await sandbox.listen()
    Object.values(accounts).forEach((settings) => (settings.apiUrl = apiUrl))
    const scriptedUrl = await gateway.listen()
    Object.assign(accounts.scripted, { apiUrl: scriptedUrl })
    Object.assign(accounts.scripted_page, { apiUrl: scriptedUrl })
    Object.assign(accounts.stranger, { apiUrl: (await strangers.listen()).apiUrl })
  })

  afterAll(async () => {
    await Promise.all([sandbox.close(), strangers.close(), gateway.close()])
    output.stop()
  })

  const options = { encryptionKey: ENCRYPTION_KEY, accounts, callsPerSecond: 1000 }
  runLedger(options, ({ ledger, knex, manager }) => {
    const restarted: CatalystPayModuleService[] = []
    const restart = ({ encryptionKey = [ENCRYPTION_KEY], ...ofAccount }: Rotation): CatalystPayModuleService => {
      const changed = { ...accounts, default: { ...account, ...ofAccount } }
      const server = new CatalystPayModule({ manager: manager(), logger }, { ...options, encryptionKey, accounts: changed })
      restarted.push(server)
      return server
    }
    const bench: Bench = {
      get service() {
        return ledger()
      },
      sandbox,
      strangers,
      gateway,
      log: () => output.text(),
      knex,
      restart,
    }

    beforeEach(() => {
      sandbox.setApiKeys([API_KEY])
      sandbox.clearCalls()
      strangers.clearCalls()
      gateway.reset()
      Object.assign(sandbox.faults, { payDropsAnswerAfterAcceptance: false, payAnswers500AfterAcceptance: false })
      Object.assign(sandbox.switches, switchesWith())
    })

    afterEach(async () => {
      await Promise.all(restarted.splice(0).map((server) => server.__hooks.onApplicationShutdown()))
    })

    scenarios(bench)
  })
}

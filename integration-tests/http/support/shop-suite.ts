import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { seedShop, type SeededShop } from "../../../demo/seed/index"
import { switchesWith, TEST_IBANS, type Sandbox } from "../../../sandbox"
import { Admin } from "./admin"
import { Database, type Connection } from "./database"
import { ADMIN, API_KEY, prepareEnvironment, PROVIDER_ID, RETIRING_SECRET, WEBHOOK_SECRET } from "./environment"
import type { GatewayLine } from "./gateway-line"
import { HttpClient } from "./http-client"
import { ibansIn } from "./iban-search"
import { Shopper } from "./shopper"
import { OWN_HOOK, WebhookSender } from "./webhook-sender"

const SECRETS = [API_KEY, WEBHOOK_SECRET, RETIRING_SECRET]

/** What a scenario works with. */
export interface Shop {
  sandbox: Sandbox
  line: GatewayLine
  http: HttpClient
  webhooks: WebhookSender
  database: Database
  admin: Admin
  /** Not before the first test. */
  container(): MedusaContainer
  seeded(): SeededShop
  newShopper(): Shopper
  /** The kinds of calls that reached the gateway since the test began. */
  gatewayCalls(): string[]
  /** An IBAN that a test makes up, so that the search for leaks knows it. */
  useIban(iban: string): string
  ibans(): readonly string[]
}

/** What a shop has that others don't. */
export interface SpecialShop {
  /** The plugin's options, where they differ from medusa-config's. */
  options?: Record<string, unknown>
  /** Further payment providers of the region. */
  providers?: string[]
}

/** What of Medusa's runner is used; its own types leave it open. */
interface Runner {
  api: { defaults: { baseURL: string } }
  getContainer: () => MedusaContainer
  dbConnection: Connection
}

/**
 * A real Medusa with a seeded shop, PostgreSQL, and the sandbox over HTTP. After every test all that rests or was said
 * anywhere is searched for the IBANs of the file, the API key, the webhook secret and session tokens.
 */
export function describeShop(scenarios: (shop: Shop) => void, special: SpecialShop = {}): void {
  const environment = prepareEnvironment(special.options ?? {})
  medusaIntegrationTestRunner({
    testSuite: ({ api, getContainer, dbConnection }: Runner) => {
      const http = new HttpClient(() => api.defaults.baseURL)
      const ibans = new Set(TEST_IBANS.map(({ iban }) => iban))
      const found: { shop: SeededShop | null } = { shop: null }
      const { sandbox, line } = environment
      const seeded = (): SeededShop => {
        if (!found.shop) {
          throw new Error("The shop is seeded before the first test, and not earlier.")
        }
        return found.shop
      }
      const shop: Shop = {
        sandbox,
        line,
        http,
        webhooks: new WebhookSender(http),
        database: new Database(dbConnection),
        admin: new Admin(http),
        container: getContainer,
        seeded,
        newShopper: () => new Shopper(http, seeded()),
        gatewayCalls: () => sandbox.calls.map(({ operation }) => operation),
        useIban: (iban) => {
          ibans.add(iban)
          return iban
        },
        ibans: () => [...ibans],
      }

      beforeAll(async () => {
        found.shop = await seedShop(getContainer(), {
          admin_email: ADMIN.email,
          admin_password: ADMIN.password,
          payment_providers: [PROVIDER_ID, "pp_system_default", ...(special.providers ?? [])],
        })
      })

      beforeEach(() => {
        sandbox.setWebhooks({ url: http.baseUrl() + OWN_HOOK, secret: WEBHOOK_SECRET })
        sandbox.clearCalls()
      })

      afterEach(async () => {
        Object.assign(sandbox.faults, {
          validateIbanDown: false,
          payDelayMs: 0,
          payDropsAnswerAfterAcceptance: false,
          payAnswers500AfterAcceptance: false,
          duringPay: null,
        })
        Object.assign(sandbox.switches, switchesWith())
        await line.mend()
        await sandbox.releaseWebhooks()
        await sandbox.settled()
        await expectNothingLeaked(shop, environment.output.text())
      })

      scenarios(shop)
    },
  })
}

/** Of a whole dump only what was found is shown: never the dump. */
async function expectNothingLeaked(shop: Shop, log: string): Promise<void> {
  await shop.admin.lookAtEverything()
  const places = { tables: await shop.database.dump(), answers: shop.http.answersSeen.join("\n"), log }
  const tokens = shop.sandbox.sessions().map(({ session_token }) => session_token)
  const leaks = {
    "IBANs in tables": ibansIn(places.tables, shop.ibans()),
    "IBANs in answers": ibansIn(places.answers, shop.ibans()),
    "IBANs in the log": ibansIn(places.log, shop.ibans()),
    "secrets in answers": SECRETS.filter((secret) => places.answers.includes(secret)),
    "secrets in the log": [...SECRETS, ...tokens].filter((secret) => places.log.includes(secret)),
    "secrets in tables": SECRETS.filter((secret) => places.tables.includes(secret)),
  }
  expect(leaks).toEqual({
    "IBANs in tables": [],
    "IBANs in answers": [],
    "IBANs in the log": [],
    "secrets in answers": [],
    "secrets in the log": [],
    "secrets in tables": [],
  })
}

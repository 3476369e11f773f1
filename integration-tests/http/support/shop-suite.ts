import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { WorkflowScheduler } from "@medusajs/framework/orchestration"
import type { MedusaContainer } from "@medusajs/framework/types"
import { seedShop, type SeededShop } from "../../../demo/seed/index"
import { switchesWith, type Sandbox } from "../../../sandbox"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../../src/modules/catalystpay"
import { SYSTEM_CLOCK } from "../../../src/modules/catalystpay/clock"
import { Admin } from "./admin"
import { Database, type Connection } from "./database"
import { useQuickDatabases } from "./database-tools"
import { keepMigrated } from "./database-tools/migrated-template"
import { ADMIN, API_KEY, prepareEnvironment, PROVIDER_ID, WEBHOOK_SECRET, type Environment } from "./environment"
import type { GatewayLine } from "./gateway-line"
import { HttpClient } from "./http-client"
import { hurriedClock } from "./hurried-clock"
import { ibansIn } from "./iban-search"
import { leaksInLog } from "./leaks"
import { PreparedCarts } from "./prepared-carts"
import { Shopper } from "./shopper"
import { OWN_HOOK, WebhookSender } from "./webhook-sender"

/** As many as most tests need. */
const CARTS = 2

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
  /**
   * Until the test ends, nobody who waits by the ledger's clock waits for long: it runs ahead instead.
   * @returns what gives it its time again before
   */
  hurry(): () => void
  /** The kinds of calls that reached the gateway since the test began. */
  gatewayCalls(): string[]
  /** An IBAN that a test makes up, so that the search for leaks knows it. */
  useIban(iban: string): string
  ibans(): readonly string[]
  /** Everything that was written to the terminal since the file began, by this process and by second servers. */
  log(): string
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
  dbConfig: { dbName: string }
}

/**
 * A real Medusa with a seeded shop, PostgreSQL, and the sandbox over HTTP. After every test all that rests or was said
 * anywhere is searched for the IBANs of the file, the API key, the webhook secret and session tokens.
 */
export function describeShop(scenarios: (shop: Shop) => void, special: SpecialShop = {}): void {
  useQuickDatabases()
  const environment = prepareEnvironment(special.options ?? {})
  medusaIntegrationTestRunner({
    testSuite: ({ api, getContainer, dbConnection, dbConfig }: Runner) => {
      const http = new HttpClient(() => api.defaults.baseURL)
      const found: { shop: SeededShop | null } = { shop: null }
      const { sandbox, line, ibans } = environment
      const seeded = (): SeededShop => {
        if (!found.shop) {
          throw new Error("The shop is seeded before the first test, and not earlier.")
        }
        return found.shop
      }
      const database = new Database(dbConnection)
      const carts = new PreparedCarts(database)
      const newShopper = (): Shopper => new Shopper(http, seeded(), carts)
      const ledger = () => getContainer().resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
      const shop: Shop = {
        sandbox,
        line,
        http,
        webhooks: new WebhookSender(http),
        database,
        admin: new Admin(http),
        container: getContainer,
        seeded,
        hurry: () => {
          ledger().clock = hurriedClock()
          return () => void (ledger().clock = SYSTEM_CLOCK)
        },
        newShopper,
        gatewayCalls: () => sandbox.calls.map(({ operation }) => operation),
        useIban: (iban) => {
          ibans.add(iban)
          return iban
        },
        ibans: () => [...ibans],
        log: () => environment.output.text(),
      }

      beforeAll(async () => {
        // Tests run the jobs that they are about: the clock's own would come in between on the minute.
        await new WorkflowScheduler().clear()
        if (isOrdinary(special)) {
          await keepMigrated(dbConfig.dbName)
        }
        found.shop = await seedShop(getContainer(), {
          admin_email: ADMIN.email,
          admin_password: ADMIN.password,
          payment_providers: [PROVIDER_ID, "pp_system_default", ...(special.providers ?? [])],
        })
        for (let made = 0; made < CARTS; made += 1) {
          const shopper = new Shopper(http, seeded())
          await shopper.fillCart()
          carts.add(shopper.cartId, shopper.email)
        }
      })

      beforeEach(() => {
        carts.giveBack()
        sandbox.setWebhooks({ url: http.baseUrl() + OWN_HOOK, secret: WEBHOOK_SECRET })
        sandbox.setApiKeys([API_KEY])
        sandbox.clearCalls()
      })

      afterEach(async () => {
        ledger().clock = SYSTEM_CLOCK
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
        await expectNothingLeaked(shop, environment)
      })

      scenarios(shop)
    },
  })
}

/** Booted with other options, Medusa has written other providers down than the files that follow expect. */
function isOrdinary({ options, providers }: SpecialShop): boolean {
  return options === undefined && providers === undefined
}

/** Of a whole dump only what was found is shown: never the dump. What was answered to an earlier test was searched then. */
async function expectNothingLeaked(shop: Shop, { ibans, secrets, output }: Environment): Promise<void> {
  await shop.admin.lookAtTheLedger()
  const [tables, answers, log] = [await shop.database.dump(), shop.http.answersSeen.splice(0).join("\n"), output.takeNew()]
  const tokens = shop.sandbox.sessions().map(({ session_token }) => session_token)
  const leaks = {
    "IBANs in tables": ibansIn(tables, ibans),
    "IBANs in answers": ibansIn(answers, ibans),
    "secrets in answers": secrets().filter((secret) => answers.includes(secret)),
    "secrets in tables": secrets().filter((secret) => tables.includes(secret)),
    "in the log": leaksInLog(log, ibans, [...secrets(), ...tokens]),
  }
  expect(leaks).toEqual({
    "IBANs in tables": [],
    "IBANs in answers": [],
    "secrets in answers": [],
    "secrets in tables": [],
    "in the log": [],
  })
}

import { mkdirSync, writeFileSync } from "node:fs"
import { demoAccounts, paymentWays, type DemoAccounts } from "./accounts"
import { clearKilledServices, type Service } from "./service"
import { ensureDatabase, preparedShop, rememberPrepared } from "./database"
import { removeDemoInfo, writeDemoInfo, type DemoInfo } from "./demo-file"
import { databaseFingerprint } from "./fingerprint"
import { openGateway, type DemoTestIban, type Gateway } from "./gateway"
import { migrate, seed, startMedusa } from "./medusa"
import { DATABASE_FOLDER, LOG_FILE, MEDUSA_FOLDER } from "./paths"
import { freePortFrom } from "./ports"
import { startPostgres, type PostgresServer } from "./postgres"
import { demoSecrets, type Secrets } from "./secrets"
import type { SeededShop } from "./seed/index"
import { Shutdown, Stopped } from "./shutdown"
import { builtStorefront } from "./storefront-build"
import { startStorefront } from "./storefront-server"

const STOREFRONT_PORT = 8000
const MEDUSA_PORT = 9000
const ADMIN = { admin_email: "admin@example.com", admin_password: "catalystpay-demo" }

export type DemoOptions = {
  /** Serve Medusa's dashboard too. */
  dashboard: boolean
  /** Begin with an empty database. */
  fresh: boolean
  /** Let the shop's page pay on CatalystPay's, and not in a form of its own. */
  hosted: boolean
  /** The address that all servers listen on. */
  host: string
  /** Receives a line for every step. */
  progress: (line: string) => void
  /** Takes what has to be undone; its owner calls `run()` at the end, at an interrupt and after a failure. */
  shutdown: Shutdown
}

export type RunningDemo = {
  info: DemoInfo
  test_ibans: DemoTestIban[]
  /** Resolves when Medusa ends without having been asked to. */
  medusaEnded: Promise<void>
}

type Addresses = { storefront_url: string; medusa_url: string; medusa_port: number; storefront_port: number }

/**
 * Starts everything that a shop needs to take a SEPA direct debit, and describes it in `.medusa/demo.json`.
 *
 * @throws Error with a sentence for the reader; Stopped when the shutdown was begun meanwhile
 */
export async function runDemo(options: DemoOptions): Promise<RunningDemo> {
  const { progress, shutdown } = options
  prepareFolder()
  await clearKilledServices()
  const secrets = demoSecrets()
  const addresses = await chooseAddresses(progress)
  const database = await openDatabase(options)
  const gateway = await openGateway({
    secrets,
    webhookUrl: `${addresses.medusa_url}/hooks/catalystpay/default`,
    returnUrl: `${addresses.storefront_url}/checkout/return`,
    takenPorts: [addresses.medusa_port, addresses.storefront_port],
  })
  await shutdown.add(() => gateway.stop())
  progress(gateway.sandbox_url ? `CatalystPay sandbox ${gateway.sandbox_url}` : "Gateway as in CATALYSTPAY_API_URL")

  const accounts = demoAccounts({ ...process.env, ...gateway.env })
  const payment_ways = paymentWays(options.hosted, accounts)
  const env = medusaEnvironment({ options, addresses, database, gateway, secrets, accounts })
  const shop = await prepareShop(options, database.url(), env)
  const info = describe(options, addresses, database, gateway, shop)
  const address = { url: addresses.medusa_url, host: options.host, port: addresses.medusa_port }
  const [medusa, folder] = await Promise.all([startMedusa(env, onService(shutdown), address), builtStorefront()])
  const close = await startStorefront({
    host: options.host,
    port: addresses.storefront_port,
    folder,
    info,
    payment_ways,
    test_ibans: gateway.test_ibans,
  })
  await shutdown.add(close)
  progress(options.dashboard ? "Medusa and its dashboard answer" : "Medusa answers")
  writeDemoInfo(info)
  await shutdown.add(async () => removeDemoInfo())
  const medusaEnded = medusa.exited.then(() => undefined)
  return { info, test_ibans: gateway.test_ibans, medusaEnded }
}

function prepareFolder(): void {
  mkdirSync(MEDUSA_FOLDER, { recursive: true })
  removeDemoInfo()
  writeFileSync(LOG_FILE, "")
}

async function chooseAddresses(progress: (line: string) => void): Promise<Addresses> {
  const medusa_port = await freePortFrom(MEDUSA_PORT)
  const storefront_port = await freePortFrom(STOREFRONT_PORT, [medusa_port])
  const replaced = [
    [MEDUSA_PORT, medusa_port, "Medusa"],
    [STOREFRONT_PORT, storefront_port, "the shop"],
  ] as const
  for (const [wanted, given, what] of replaced) {
    if (wanted !== given) {
      progress(`Port ${wanted} is busy, so ${what} gets ${given}`)
    }
  }
  return {
    medusa_port,
    storefront_port,
    medusa_url: `http://localhost:${medusa_port}`,
    storefront_url: `http://localhost:${storefront_port}`,
  }
}

async function openDatabase({ fresh, progress, shutdown }: DemoOptions): Promise<PostgresServer> {
  if (fresh && process.env.DATABASE_URL) {
    throw new Error("--fresh empties the demo's own database only. Unset DATABASE_URL, or empty yours yourself.")
  }
  const database = await startPostgres({ dataDir: DATABASE_FOLDER, fresh })
  await shutdown.add(() => database.stop())
  await ensureDatabase(database.url())
  progress(process.env.DATABASE_URL ? "PostgreSQL as DATABASE_URL says" : `PostgreSQL on port ${database.port}`)
  return database
}

async function prepareShop(options: DemoOptions, url: string, env: NodeJS.ProcessEnv): Promise<SeededShop> {
  const { progress, shutdown } = options
  const fingerprint = databaseFingerprint()
  // Of a database that others may use as well no comment of ours is to be trusted, nor left.
  const ours = !process.env.DATABASE_URL
  const known = ours ? await preparedShop(url, fingerprint) : null
  if (known) {
    progress("Database already prepared")
    return known
  }
  progress("Migrating the database ...")
  await migrate(env, onService(shutdown))
  progress("Filling the shop ...")
  const shop = await seed(env, onService(shutdown))
  if (ours) {
    await rememberPrepared(url, fingerprint, shop)
  }
  progress("Shop filled")
  return shop
}

type Parts = {
  options: DemoOptions
  addresses: Addresses
  database: PostgresServer
  gateway: Gateway
  secrets: Secrets
  accounts: DemoAccounts
}

function medusaEnvironment({ options, addresses, database, gateway, secrets, accounts }: Parts): NodeJS.ProcessEnv {
  const { medusa_url, storefront_url } = addresses
  return {
    ...process.env,
    NODE_ENV: "development",
    DATABASE_URL: database.url(),
    MEDUSA_DISABLE_TELEMETRY: "true",
    DISABLE_MEDUSA_ADMIN: String(!options.dashboard),
    STORE_CORS: storefront_url,
    ADMIN_CORS: medusa_url,
    AUTH_CORS: `${storefront_url},${medusa_url}`,
    JWT_SECRET: secrets.jwt_secret,
    COOKIE_SECRET: secrets.cookie_secret,
    DEMO_ADMIN_EMAIL: ADMIN.admin_email,
    DEMO_ADMIN_PASSWORD: ADMIN.admin_password,
    DEMO_PAYMENT_PROVIDERS: accounts.providers.join(","),
    ...(accounts.options === null ? {} : { CATALYSTPAY_OPTIONS: accounts.options }),
    ...gateway.env,
  }
}

function describe(
  options: DemoOptions,
  { storefront_url, medusa_url }: Addresses,
  database: PostgresServer,
  gateway: Gateway,
  shop: SeededShop,
): DemoInfo {
  return {
    storefront_url,
    medusa_url,
    admin_url: options.dashboard ? `${medusa_url}/app` : null,
    sandbox_url: gateway.sandbox_url,
    database_url: database.url(),
    ...shop,
    ...ADMIN,
    webhook_secret: gateway.webhook_secret,
    pid: process.pid,
  }
}

function onService(shutdown: Shutdown): (service: Service) => void {
  return (service) => {
    shutdown.add(() => service.stop()).catch((error: unknown) => {
      if (!(error instanceof Stopped)) {
        throw error
      }
    })
  }
}

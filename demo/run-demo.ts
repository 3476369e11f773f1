import { mkdirSync, writeFileSync } from "node:fs"
import { paymentWays, type DemoAccounts } from "./accounts"
import { clearKilledServices, type Service } from "./service"
import { serveBuiltDashboard } from "./dashboard-build"
import { removeDemoInfo, writeDemoInfo, type DemoInfo } from "./demo-file"
import { openGateway, type DemoTestIban, type Gateway, type SandboxTerms } from "./gateway"
import { startMedusa } from "./medusa"
import { LOG_FILE, MEDUSA_FOLDER } from "./paths"
import { freePortFrom } from "./ports"
import { demoSecrets, type Secrets } from "./secrets"
import { openServer, openShopDatabase, type DatabaseChoice, type ShopDatabase } from "./shop-database"
import { Shutdown, Stopped } from "./shutdown"
import { builtStorefront } from "./storefront-build"
import { startStorefront } from "./storefront-server"

const STOREFRONT_PORT = 8000
const MEDUSA_PORT = 9000
const ADMIN = { admin_email: "admin@example.com", admin_password: "catalystpay-demo" }

/** Medusa's dashboard as `medusa develop` serves it, ready at once, or as merchants get it: built, by a production server. */
export type DashboardForm = "none" | "development" | "production"

export type DemoOptions = {
  dashboard: DashboardForm
  database: DatabaseChoice
  /** Which accounts at CatalystPay the shop has, from the environment with the gateway's variables in it. */
  accounts: (env: NodeJS.ProcessEnv) => DemoAccounts
  sandbox?: SandboxTerms
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
  const server = await openServer(options)
  const gateway = await openGateway({
    secrets,
    webhookUrl: `${addresses.medusa_url}/hooks/catalystpay/default`,
    returnUrl: `${addresses.storefront_url}/checkout/return`,
    takenPorts: [addresses.medusa_port, addresses.storefront_port],
    sandbox: options.sandbox ?? {},
  })
  await shutdown.add(() => gateway.stop())
  progress(gateway.sandbox_url ? `CatalystPay sandbox ${gateway.sandbox_url}` : "Gateway as in CATALYSTPAY_API_URL")

  const accounts = options.accounts({ ...process.env, ...gateway.env })
  const payment_ways = paymentWays(options.hosted, accounts)
  const env = medusaEnvironment({ options, addresses, gateway, secrets, accounts })
  const started = onService(shutdown)
  const [database] = await Promise.all([
    openShopDatabase(options, server, env, started),
    options.dashboard === "production" ? serveBuiltDashboard(env, started) : undefined,
  ])
  const info = describe(options, addresses, gateway, database)
  const address = { url: addresses.medusa_url, host: options.host, port: addresses.medusa_port }
  const [medusa, folder] = await Promise.all([
    startMedusa({ ...env, DATABASE_URL: database.url }, started, address),
    builtStorefront(),
  ])
  const close = await startStorefront({
    host: options.host,
    port: addresses.storefront_port,
    folder,
    info,
    payment_ways,
    test_ibans: gateway.test_ibans,
  })
  await shutdown.add(close)
  progress(options.dashboard === "none" ? "Medusa answers" : "Medusa and its dashboard answer")
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

type Parts = {
  options: DemoOptions
  addresses: Addresses
  gateway: Gateway
  secrets: Secrets
  accounts: DemoAccounts
}

function medusaEnvironment({ options, addresses, gateway, secrets, accounts }: Parts): NodeJS.ProcessEnv {
  const { medusa_url, storefront_url } = addresses
  return {
    ...process.env,
    NODE_ENV: options.dashboard === "production" ? "production" : "development",
    MEDUSA_DISABLE_TELEMETRY: "true",
    DISABLE_MEDUSA_ADMIN: String(options.dashboard === "none"),
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
  gateway: Gateway,
  { url, shop }: ShopDatabase,
): DemoInfo {
  return {
    storefront_url,
    medusa_url,
    admin_url: options.dashboard === "none" ? null : `${medusa_url}/app`,
    sandbox_url: gateway.sandbox_url,
    database_url: url,
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

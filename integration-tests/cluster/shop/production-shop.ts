import { randomBytes } from "node:crypto"
import { mkdirSync, readFileSync, rmSync } from "node:fs"
import { join, resolve } from "node:path"
import { Redis } from "ioredis"
import { Client } from "pg"
import { z } from "zod"
import type { SeededShop } from "../../../demo/seed/index"
import type { Shutdown } from "../../../demo/shutdown"
import { createSandbox, DEFAULT_CAMPAIGN_ID, type Sandbox } from "../../../sandbox"
import { startDatabase } from "../../setup/own-database"
import type { RunSize } from "../args"
import type { Dice } from "../dice"
import { startRedis } from "../support/redis"
import { CutLine } from "./cut-line"
import { MedusaProcess, runMedusa } from "./medusa-process"
import { WebhookFan } from "./webhook-fan"

/** What the processes write; the next run clears it. */
export const LOGS = resolve(__dirname, "..", "..", "..", ".medusa", "cluster-logs")
/** Of the calls to CatalystPay, so many get no answer after it has acted. */
const CUT_SHARE = 0.05
const HOOK = "/hooks/catalystpay/default"
const API_KEY = "rk_test_cluster_1f0c7a"
const WEBHOOK_SECRET = "whsec_cluster_9d2b41"

const seededShop = z.object({
  publishable_key: z.string(),
  region_id: z.string(),
  variant_id: z.string(),
  shipping_option_id: z.string(),
})

/**
 * A shop in its production form: two servers and a worker on one PostgreSQL and one Redis, a CatalystPay whose answers
 * get lost now and then, and webhooks that come three times, to whichever server.
 */
export interface ProductionShop {
  processes: readonly [MedusaProcess, MedusaProcess, MedusaProcess]
  /** The two that take calls. */
  servers: () => readonly string[]
  sandbox: Sandbox
  line: CutLine
  fan: WebhookFan
  database: Client
  redis: Redis
  seeded: SeededShop
  /** Keys that must stand nowhere. */
  keys: readonly string[]
  /** The merchant ends the shopper's open sessions in CatalystPay's admin panel. @returns how many those were */
  endSessionsOf(email: string): Promise<number>
}

/**
 * Starts all of it.
 * @param say is told each step
 */
export async function openShop(size: RunSize, dice: Dice, shutdown: Shutdown, say: (line: string) => void): Promise<ProductionShop> {
  rmSync(LOGS, { recursive: true, force: true })
  mkdirSync(LOGS, { recursive: true })
  // First of all: it is the one that may be missing.
  const redisServer = await startRedis()
  await shutdown.add(() => redisServer.stop())
  const databaseUrl = await startDatabase(shutdown, "cluster")
  say("PostgreSQL and Redis run")
  const { sandbox, line, apiUrl, gatewayUrl } = await openGateway(size, dice, shutdown)

  const keys = newKeys()
  const env = { ...environment(keys, size), DATABASE_URL: databaseUrl, REDIS_URL: redisServer.url, CATALYSTPAY_API_URL: gatewayUrl }
  await runMedusa(["db:migrate", "--skip-scripts", "--execute-safe-links"], env, logOf("migrate"))
  say("the database is migrated")
  const shopFile = join(LOGS, "shop.json")
  await runMedusa(["exec", "./demo/seed.ts", shopFile], env, logOf("seed"))
  say("the shop is filled")
  const processes = await startProcesses(env, shutdown)
  say("two servers and a worker answer")

  const [first, second] = processes
  const servers = () => [first.url, second.url]
  const fan = new WebhookFan(dice.for("webhooks"), servers)
  sandbox.setWebhooks({ url: (await fan.open()) + HOOK, secret: WEBHOOK_SECRET })
  await shutdown.add(() => fan.close())
  const database = new Client({ connectionString: databaseUrl })
  await database.connect()
  await shutdown.add(() => database.end())
  const redis = new Redis(redisServer.url)
  await shutdown.add(async () => redis.disconnect())
  return {
    processes,
    servers,
    sandbox,
    line,
    fan,
    database,
    redis,
    seeded: seededShop.parse(JSON.parse(readFileSync(shopFile, "utf8"))),
    keys: [API_KEY, WEBHOOK_SECRET, ...Object.values(keys)],
    endSessionsOf: (email) => endSessions(sandbox, apiUrl, email),
  }
}

async function openGateway({ rate_limits }: RunSize, dice: Dice, shutdown: Shutdown) {
  const sandbox = createSandbox({
    apiKeys: [API_KEY],
    returnUrl: "http://shop.example/return",
    rateLimits: rate_limits,
    webhookRetryDelaysMs: [0, 1_000, 3_000, 5_000, 10_000, 20_000],
  })
  const { port, apiUrl } = await sandbox.listen()
  await shutdown.add(() => sandbox.close())
  const line = new CutLine(dice.for("line"), CUT_SHARE)
  const gatewayUrl = `${await line.open(port)}/api/v1`
  await shutdown.add(() => line.close())
  return { sandbox, line, apiUrl, gatewayUrl }
}

function newKeys() {
  return {
    CATALYSTPAY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    JWT_SECRET: randomBytes(24).toString("hex"),
    COOKIE_SECRET: randomBytes(24).toString("hex"),
  }
}

function environment(keys: ReturnType<typeof newKeys>, { rate_limits }: RunSize): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...keys,
    NODE_ENV: "production",
    DISABLE_MEDUSA_ADMIN: "true",
    MEDUSA_DISABLE_TELEMETRY: "true",
    DEMO_ADMIN_EMAIL: "admin@example.com",
    DEMO_ADMIN_PASSWORD: randomBytes(12).toString("hex"),
    CATALYSTPAY_API_KEY: API_KEY,
    CATALYSTPAY_WEBHOOK_SECRET: WEBHOOK_SECRET,
    CATALYSTPAY_CAMPAIGN_ID: DEFAULT_CAMPAIGN_ID,
    CATALYSTPAY_GATEWAY_ID: "",
    CATALYSTPAY_OPTIONS: JSON.stringify(rate_limits ? {} : { callsPerSecond: 50 }),
  }
}

async function startProcesses(env: NodeJS.ProcessEnv, shutdown: Shutdown): Promise<ProductionShop["processes"]> {
  const processes = [
    await MedusaProcess.create("server 1", "server", env, logOf("server-1")),
    await MedusaProcess.create("server 2", "server", env, logOf("server-2")),
    await MedusaProcess.create("worker", "worker", env, logOf("worker")),
  ] as const
  await shutdown.add(async () => {
    await Promise.all(processes.map((one) => one.kill()))
  })
  await Promise.all(processes.map((one) => one.start()))
  return processes
}

async function endSessions(sandbox: Sandbox, apiUrl: string, email: string): Promise<number> {
  const open = sandbox.sessions().filter(({ lead, status }) => lead.email === email && status === "PENDING")
  for (const { session_token } of open) {
    await fetch(`${apiUrl}/payment-sessions/${session_token}/cancel/`, {
      method: "POST",
      headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" },
      body: "{}",
    })
  }
  return open.length
}

function logOf(name: string): string {
  return join(LOGS, `${name}.log`)
}

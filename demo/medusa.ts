import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"
import { LOG_FILE } from "./paths"
import type { SeededShop } from "./seed/index"
import { startService, type Service } from "./service"

const MEDUSA = join(dirname(createRequire(__filename).resolve("@medusajs/cli/package.json")), "cli.js")
const READY_WITHIN_MS = 180_000
const LOG_LINES = 25

const shopSchema: z.ZodType<SeededShop> = z.object({
  publishable_key: z.string(),
  region_id: z.string(),
  variant_id: z.string(),
  shipping_option_id: z.string(),
})

/** Called with every program that is started, so that an interrupt can end it. */
export type OnService = (service: Service) => void

export async function migrate(env: NodeJS.ProcessEnv, onService: OnService): Promise<void> {
  // The scripts that are skipped mend the data of older versions; a demo's database has none.
  await toTheEnd(["db:migrate", "--skip-scripts", "--execute-safe-links"], env, onService, "The database migration")
}

export async function seed(env: NodeJS.ProcessEnv, onService: OnService): Promise<SeededShop> {
  const folder = mkdtempSync(join(tmpdir(), "catalystpay-demo-"))
  const file = join(folder, "shop.json")
  try {
    await toTheEnd(["exec", "./demo/seed.ts", file], env, onService, "The seed")
    return shopSchema.parse(JSON.parse(readFileSync(file, "utf8")))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Builds the dashboard alone, into BUILT_ADMIN_FOLDER. */
export async function buildAdmin(env: NodeJS.ProcessEnv, onService: OnService): Promise<void> {
  await toTheEnd(["build", "--admin-only", "--no-lint"], env, onService, "The dashboard's build")
}

/**
 * Starts the server and waits until it answers. `medusa start` in NODE_ENV=development is what `medusa develop` runs as
 * its child: the same server and dashboard, without the parent that lints, watches and restarts. In NODE_ENV=production
 * it serves the dashboard that was built before.
 */
export async function startMedusa(
  env: NodeJS.ProcessEnv,
  onService: OnService,
  address: { url: string; host: string; port: number },
): Promise<Service> {
  const service = startService([MEDUSA, "start", "--host", address.host, "--port", String(address.port)], env)
  onService(service)
  const stopWaiting = new AbortController()
  const ended = service.exited.then(() => {
    throw failure("Medusa ended while it was starting.")
  })
  try {
    await Promise.race([ended, untilHealthy(`${address.url}/health`, stopWaiting.signal)])
  } finally {
    stopWaiting.abort()
  }
  // From here on its end is the caller's matter.
  ended.catch(() => undefined)
  return service
}

async function toTheEnd(args: string[], env: NodeJS.ProcessEnv, onService: OnService, what: string): Promise<void> {
  const service = startService([MEDUSA, ...args], env)
  onService(service)
  if ((await service.exited) !== 0) {
    throw failure(`${what} failed.`)
  }
}

async function untilHealthy(url: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (!signal.aborted) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    if (answer?.ok) {
      return
    }
    if (Date.now() > deadline) {
      throw failure("Medusa did not become ready.")
    }
    await sleep(200)
  }
}

function failure(sentence: string): Error {
  const lines = existsSync(LOG_FILE) ? readFileSync(LOG_FILE, "utf8").trim().split("\n") : []
  return new Error(`${lines.slice(-LOG_LINES).join("\n")}\n\n${sentence} The whole log is ${LOG_FILE}.`)
}

import { randomBytes } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"
import { anyFreePort } from "../../demo/ports"
import type { SeededShop } from "../../demo/seed/index"
import { DEFAULT_API_KEY, DEFAULT_CAMPAIGN_ID } from "../../sandbox"
import { foreignEnvironment } from "./npm"
import { ProgramFailed, type Outcome, type Programs, type RunningProgram } from "./programs"

const COMMAND_WITHIN_MS = 300_000
const READY_WITHIN_MS = 180_000

export const ADMIN = { email: "admin@example.com", password: "supersecret" }

const shopSchema: z.ZodType<SeededShop> = z.object({
  publishable_key: z.string(),
  region_id: z.string(),
  variant_id: z.string(),
  shipping_option_id: z.string(),
})

/** A fresh Medusa app with the packed plugin, driven by its own programs in node_modules/.bin. */
export class Shop {
  private constructor(
    private readonly programs_: Programs,
    private readonly folder_: string,
    readonly port: number,
    readonly sandboxPort: number,
    readonly webhookSecret: string,
    private readonly env_: NodeJS.ProcessEnv,
  ) {}

  static async prepare(programs: Programs, folder: string, databaseUrl: string): Promise<Shop> {
    const [port, sandboxPort] = [await anyFreePort(), await anyFreePort()]
    const webhookSecret = `whsec_${randomBytes(24).toString("hex")}`
    return new Shop(programs, folder, port, sandboxPort, webhookSecret, {
      ...foreignEnvironment(),
      DATABASE_URL: databaseUrl,
      MEDUSA_DISABLE_TELEMETRY: "true",
      JWT_SECRET: randomBytes(32).toString("hex"),
      COOKIE_SECRET: randomBytes(32).toString("hex"),
      CATALYSTPAY_API_URL: `http://127.0.0.1:${sandboxPort}/api/v1`,
      CATALYSTPAY_API_KEY: DEFAULT_API_KEY,
      CATALYSTPAY_CAMPAIGN_ID: DEFAULT_CAMPAIGN_ID,
      CATALYSTPAY_WEBHOOK_SECRET: webhookSecret,
      CATALYSTPAY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
      DEMO_ADMIN_EMAIL: ADMIN.email,
      DEMO_ADMIN_PASSWORD: ADMIN.password,
    })
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  get sandboxUrl(): string {
    return `http://127.0.0.1:${this.sandboxPort}`
  }

  async migrate(): Promise<void> {
    await this.programs_.run(this.program_("medusa", "db:migrate"), { ...this.place_(), withinMs: COMMAND_WITHIN_MS })
  }

  async seed(): Promise<SeededShop> {
    const file = join(this.folder_, "shop.json")
    const command = this.program_("medusa", "exec", "./demo/seed.ts", file)
    await this.programs_.run(command, { ...this.place_(), withinMs: COMMAND_WITHIN_MS })
    return shopSchema.parse(JSON.parse(readFileSync(file, "utf8")))
  }

  async startSandbox(): Promise<void> {
    const webhookUrl = `${this.url}/hooks/catalystpay/default`
    const options = ["--port", String(this.sandboxPort), "--webhook-url", webhookUrl]
    const command = this.program_("catalystpay-sandbox", ...options)
    // Its key and its webhook secret reach it with the environment.
    const sandbox = await this.programs_.start(command, this.place_())
    await untilAnswering(this.sandboxUrl, sandbox, "The sandbox")
  }

  /** Starts the server and waits until it is ready. */
  async start(): Promise<RunningProgram> {
    const server = await this.programs_.start(this.startCommand_(), this.place_())
    await untilAnswering(`${this.url}/health`, server, "Medusa")
    return server
  }

  /** Starts the server although it is expected to give up, and answers how it did. */
  async boot(env: Record<string, string>): Promise<Outcome> {
    const { cwd, env: usual } = this.place_()
    return this.programs_.outcomeOf(this.startCommand_(), { cwd, env: { ...usual, ...env }, withinMs: READY_WITHIN_MS })
  }

  private startCommand_(): string[] {
    return this.program_("medusa", "start", "--port", String(this.port))
  }

  private place_(): { cwd: string; env: NodeJS.ProcessEnv } {
    return { cwd: this.folder_, env: this.env_ }
  }

  private program_(name: string, ...args: string[]): string[] {
    const file = process.platform === "win32" ? `${name}.cmd` : name
    return [join(this.folder_, "node_modules", ".bin", file), ...args]
  }
}

async function untilAnswering(url: string, program: RunningProgram, what: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS
  let ended = false
  void program.exited.then(() => {
    ended = true
  })
  while (!ended && Date.now() < deadline) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
    if (answer && answer.status < 500) {
      return
    }
    await sleep(200)
  }
  const reason = ended ? "ended while it was starting" : "did not become ready"
  throw new ProgramFailed(`${what} ${reason}.`, program.output())
}

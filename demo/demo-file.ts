import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { z } from "zod"
import { DEMO_FILE, MEDUSA_FOLDER } from "./paths"
import { commandLine } from "./processes"

const demoInfoSchema = z.object({
  storefront_url: z.string(),
  medusa_url: z.string(),
  /** Null when the demo runs without the dashboard. */
  admin_url: z.string().nullable(),
  /** Null when CATALYSTPAY_API_URL names another gateway. */
  sandbox_url: z.string().nullable(),
  database_url: z.string(),
  publishable_key: z.string(),
  region_id: z.string(),
  variant_id: z.string(),
  shipping_option_id: z.string(),
  admin_email: z.string(),
  admin_password: z.string(),
  webhook_secret: z.string(),
  pid: z.number(),
})

/** What `.medusa/demo.json` says of the demo that runs. */
export type DemoInfo = z.infer<typeof demoInfoSchema>

export function writeDemoInfo(info: DemoInfo): void {
  mkdirSync(MEDUSA_FOLDER, { recursive: true })
  // It holds secrets, if only those of a demo.
  writeFileSync(DEMO_FILE, `${JSON.stringify(info, null, 2)}\n`, { mode: 0o600 })
}

export function removeDemoInfo(): void {
  rmSync(DEMO_FILE, { force: true })
}

/** The demo that runs in this checkout, or null; a file that a killed one left counts for nothing. */
export function runningDemo(): DemoInfo | null {
  if (!existsSync(DEMO_FILE)) {
    return null
  }
  const parsed = demoInfoSchema.safeParse(readJson(DEMO_FILE))
  return parsed.success && isDemo(parsed.data.pid) ? parsed.data : null
}

function isDemo(pid: number): boolean {
  const command = commandLine(pid)
  return pid !== process.pid && (process.platform === "win32" ? command.includes("node") : command.includes("demo"))
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch {
    return null
  }
}

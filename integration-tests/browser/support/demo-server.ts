import { demoAccounts } from "../../../demo/accounts"
import { Shutdown } from "../../../demo/shutdown"
import { onInterrupt } from "../../../demo/interrupt"
import { runDemo, type DemoOptions } from "../../../demo/run-demo"
import { dashboardAccounts } from "./dashboard/accounts"
import { BusyLine } from "./dashboard/busy-line"

/** Which demo a suite needs: the shop alone, or with the dashboard as merchants get it. */
export type DemoKind = "shop" | "dashboard"

const A_DAY_MS = 86_400_000

type Choices = Pick<DemoOptions, "dashboard" | "accounts" | "sandbox">

/** The demo in a process of its own, with a shop in which nobody has bought yet, until it is told to end. */
async function main(kind: string | undefined): Promise<void> {
  const shutdown = new Shutdown()
  onInterrupt(shutdown, "Stopping the demo ...")
  // Whoever started it is gone, or was killed.
  process.once("disconnect", () => void shutdown.run())
  try {
    const choices = kind === "dashboard" ? await withDashboard(shutdown) : shopAlone()
    const progress = (line: string) => process.stdout.write(`${line}\n`)
    const demo = await runDemo({ ...choices, database: "copied", hosted: false, host: "127.0.0.1", progress, shutdown })
    process.send?.("open")
    await demo.medusaEnded
  } finally {
    await shutdown.run()
    // Listening to it keeps the process alive.
    if (process.connected) {
      process.disconnect()
    }
  }
}

function shopAlone(): Choices {
  return { dashboard: "none", accounts: demoAccounts }
}

async function withDashboard(shutdown: Shutdown): Promise<Choices> {
  const line = await BusyLine.open()
  await shutdown.add(() => line.close())
  return {
    dashboard: "production",
    accounts: (env) => dashboardAccounts(line.to(env.CATALYSTPAY_API_URL ?? "")),
    // What is not known stays unknown until a test says what came of it.
    sandbox: { finishAfterMs: A_DAY_MS },
  }
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

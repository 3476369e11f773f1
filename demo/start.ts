import { demoAccounts } from "./accounts"
import { parseStartArgs, START_HELP, UsageError } from "./args"
import { closingTable } from "./closing-table"
import { runningDemo } from "./demo-file"
import { startProgress } from "./progress"
import { runDemo } from "./run-demo"
import { Shutdown } from "./shutdown"
import { onInterrupt } from "./interrupt"

async function main(): Promise<void> {
  const { help, fresh, hosted, host } = parseStartArgs(process.argv.slice(2))
  if (help) {
    process.stdout.write(START_HELP)
    return
  }
  const running = runningDemo()
  if (running) {
    throw new Error(`The demo runs already: ${running.storefront_url} (process ${running.pid}).`)
  }
  const progress = startProgress()
  const shutdown = new Shutdown()
  onInterrupt(shutdown, "Stopping: Medusa first, then the database ...")
  try {
    const demo = await runDemo({
      dashboard: "development",
      database: fresh ? "emptied" : "kept",
      accounts: demoAccounts,
      hosted,
      host,
      progress: progress.line,
      shutdown,
    })
    process.stdout.write(closingTable(demo.info, demo.test_ibans, progress.elapsed()))
    await demo.medusaEnded
    throw new Error("Medusa ended by itself; its last words are at the end of .medusa/demo.log.")
  } catch (error) {
    // Whatever fails after somebody asked for the end failed because of it.
    if (!shutdown.begun) {
      throw error
    }
  } finally {
    await shutdown.run()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
})

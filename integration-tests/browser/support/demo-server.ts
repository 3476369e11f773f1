import { Shutdown } from "../../../demo/shutdown"
import { onInterrupt } from "../../../demo/interrupt"
import { runDemo } from "../../../demo/run-demo"

/** The demo in a process of its own, without the dashboard, until it is told to end. */
async function main(): Promise<void> {
  const shutdown = new Shutdown()
  onInterrupt(shutdown, "Stopping the demo ...")
  try {
    const progress = (line: string) => process.stdout.write(`${line}\n`)
    const demo = await runDemo({ dashboard: false, fresh: false, hosted: false, host: "127.0.0.1", progress, shutdown })
    process.send?.("open")
    await demo.medusaEnded
  } finally {
    await shutdown.run()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

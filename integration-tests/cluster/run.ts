import { spawn } from "node:child_process"
import { randomInt } from "node:crypto"
import { once } from "node:events"
import { join } from "node:path"
import { HELP, parseClusterArgs, UsageError } from "./args"

/*
 * npm run test:cluster: the tests of servers that share a Redis, one of which is a whole shop in its production form.
 * What stands behind -- sizes that one.
 */

async function main(): Promise<void> {
  const size = parseClusterArgs(process.argv.slice(2), () => randomInt(2 ** 32))
  if (!size) {
    process.stdout.write(HELP)
    return
  }
  const runner = join(__dirname, "..", "..", "scripts", "test.mjs")
  const tests = spawn(process.execPath, [runner, "cluster"], {
    env: { ...process.env, CLUSTER_RUN: JSON.stringify(size) },
    stdio: "inherit",
  })
  // The terminal's Ctrl-C reaches the tests by itself, and they tidy up.
  process.on("SIGINT", () => undefined)
  process.on("SIGTERM", () => tests.kill("SIGTERM"))
  await once(tests, "exit")
  process.exitCode = tests.exitCode ?? 1
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
})

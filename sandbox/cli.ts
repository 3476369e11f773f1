#!/usr/bin/env node
import { HELP, parseCli } from "./cli-options"
import type { CliOptions } from "./cli-options"
import { switchTable } from "./cli-switches"
import { startTable } from "./cli-table"
import { createSandbox } from "./sandbox"
import type { ListenResult, Sandbox } from "./types"
import { UsageError } from "./usage-error"

/** How many ports above the wanted one are tried. */
const PORTS_TO_TRY = 20

async function main(): Promise<void> {
  const options = parseCli(process.argv.slice(2), process.env)
  if (options.help) {
    process.stdout.write(HELP)
    return
  }
  if (options.listSwitches) {
    process.stdout.write(switchTable())
    return
  }
  const sandbox = createSandbox({
    apiKeys: [options.apiKey],
    webhooks: options.webhookUrl === null ? null : { url: options.webhookUrl, secret: options.webhookSecret },
    returnUrl: options.returnUrl,
    hostedReturnUrls: options.hostedReturnUrls,
    rateLimits: options.rateLimits,
    switches: options.switches,
    log: (line) => process.stdout.write(`${line}\n`),
  })
  const listening = await listenOnFreePort(sandbox, options)
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void sandbox.close())
  }
  if (options.port !== 0 && listening.port !== options.port) {
    process.stdout.write(`Port ${options.port} is busy, so the sandbox listens on ${listening.port}.\n\n`)
  }
  process.stdout.write(`${startTable(listening, options)}\n`)
}

async function listenOnFreePort(sandbox: Sandbox, { port, host }: CliOptions): Promise<ListenResult> {
  for (let candidate = port; ; candidate++) {
    try {
      return await sandbox.listen(candidate, host)
    } catch (error) {
      const busy = error instanceof Error && "code" in error && error.code === "EADDRINUSE"
      if (!busy || candidate >= Math.min(port + PORTS_TO_TRY, 65_535)) {
        throw error
      }
    }
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
})

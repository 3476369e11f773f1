import { parseArgs } from "node:util"
import { isNativeError } from "node:util/types"
import { parseSwitches } from "./cli-switches"
import { DEFAULT_API_KEY, DEFAULT_WEBHOOK_SECRET } from "./defaults"
import type { Switches } from "./switches"
import type { HostedReturnUrls } from "./types"
import { UsageError } from "./usage-error"

export type CliOptions = {
  port: number
  host: string
  apiKey: string
  webhookUrl: string | null
  webhookSecret: string
  returnUrl: string | null
  hostedReturnUrls: HostedReturnUrls | null
  rateLimits: boolean
  switches: Switches
  listSwitches: boolean
  help: boolean
}

export const HELP = `Usage: catalystpay-sandbox [options]

A local stand-in for the CatalystPay API. State lives in memory.

  --port <number>           port to listen on, the next free one when it is busy (4010)
  --host <name>             interface to listen on (127.0.0.1)
  --api-key <key>           API key that it accepts (CATALYSTPAY_API_KEY, ${DEFAULT_API_KEY})
  --webhook-url <url>       where it sends webhooks; none without it
  --webhook-secret <text>   what it signs them with (CATALYSTPAY_WEBHOOK_SECRET, ${DEFAULT_WEBHOOK_SECRET})
  --return-url <url>        where the verification page sends the shopper back to
  --success-url <url>       where the hosted page sends the shopper after a payment
  --failure-url <url>       where it sends the shopper after the last failed attempt
  --rate-limits             the documented limits per second hold
  --switch <name>=<answer>  answer to a question that the documentation leaves open; may be given repeatedly
  --list-switches           lists those questions with their answers, and ends
  --help                    this text
`

/**
 * Options win over the environment, the environment over the defaults.
 * @throws UsageError
 */
export function parseCli(args: string[], env: Record<string, string | undefined>): CliOptions {
  const values = parse(args)
  return {
    port: parsePort(values.port ?? "4010"),
    host: values.host ?? "127.0.0.1",
    apiKey: values["api-key"] ?? (env.CATALYSTPAY_API_KEY || DEFAULT_API_KEY),
    webhookUrl: parseUrl("--webhook-url", values["webhook-url"]),
    webhookSecret: values["webhook-secret"] ?? (env.CATALYSTPAY_WEBHOOK_SECRET || DEFAULT_WEBHOOK_SECRET),
    returnUrl: parseUrl("--return-url", values["return-url"]),
    hostedReturnUrls: parseHostedReturnUrls(values["success-url"], values["failure-url"]),
    rateLimits: values["rate-limits"] === true,
    switches: parseSwitches(values.switch ?? []),
    listSwitches: values["list-switches"] === true,
    help: values.help === true,
  }
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: "string" },
        host: { type: "string" },
        "api-key": { type: "string" },
        "webhook-url": { type: "string" },
        "webhook-secret": { type: "string" },
        "return-url": { type: "string" },
        "success-url": { type: "string" },
        "failure-url": { type: "string" },
        "rate-limits": { type: "boolean" },
        switch: { type: "string", multiple: true },
        "list-switches": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    })
    return values
  } catch (error) {
    const [sentence] = (isNativeError(error) ? error.message : String(error)).split(/\.(?:\s|$)/)
    throw new UsageError(`${sentence}; --help lists the options.`)
  }
}

function parseHostedReturnUrls(success: string | undefined, failure: string | undefined): HostedReturnUrls | null {
  const urls = { success: parseUrl("--success-url", success), failure: parseUrl("--failure-url", failure) }
  if (urls.success === null && urls.failure === null) {
    return null
  }
  if (urls.success === null || urls.failure === null) {
    throw new UsageError("--success-url and --failure-url go together.")
  }
  return { success: urls.success, failure: urls.failure }
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not "${text}".`)
  }
  return port
}

function parseUrl(option: string, text: string | undefined): string | null {
  if (text === undefined) {
    return null
  }
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new UsageError(`${option} takes an http or https address, not "${text}".`)
  }
  return text
}

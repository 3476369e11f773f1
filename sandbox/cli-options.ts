import { parseArgs } from "node:util"
import { isNativeError } from "node:util/types"
import { DEFAULT_API_KEY, DEFAULT_WEBHOOK_SECRET } from "./defaults"

export type CliOptions = {
  port: number
  host: string
  apiKey: string
  webhookUrl: string | null
  webhookSecret: string
  returnUrl: string | null
  help: boolean
}

/** A mistake in the command line, told in one sentence. */
export class UsageError extends Error {}

export const HELP = `Usage: catalystpay-sandbox [options]

A local stand-in for the CatalystPay API. State lives in memory.

  --port <number>           port to listen on, the next free one when it is busy (4010)
  --host <name>             interface to listen on (127.0.0.1)
  --api-key <key>           API key that it accepts (CATALYSTPAY_API_KEY, ${DEFAULT_API_KEY})
  --webhook-url <url>       where it sends webhooks; none without it
  --webhook-secret <text>   what it signs them with (CATALYSTPAY_WEBHOOK_SECRET, ${DEFAULT_WEBHOOK_SECRET})
  --return-url <url>        where the verification page sends the shopper back to
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
        help: { type: "boolean", short: "h" },
      },
    })
    return values
  } catch (error) {
    const [sentence] = (isNativeError(error) ? error.message : String(error)).split(/\.(?:\s|$)/)
    throw new UsageError(`${sentence}; --help lists the options.`)
  }
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

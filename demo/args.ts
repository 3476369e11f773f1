import { parseArgs } from "node:util"

export class UsageError extends Error {}

export const START_HELP = `npm run demo [-- --fresh] [-- --hosted] [-- --host 0.0.0.0]

  --fresh        begin with an empty database
  --hosted       begin with CatalystPay's page, and not with the shop's own form
  --host ADDR    address to listen on (default 127.0.0.1: this machine only)

Environment: DATABASE_URL (a PostgreSQL of yours), CATALYSTPAY_API_URL with CATALYSTPAY_API_KEY,
CATALYSTPAY_WEBHOOK_SECRET and CATALYSTPAY_CAMPAIGN_ID or CATALYSTPAY_GATEWAY_ID (another gateway than the sandbox).
`

export const CHECKOUT_HELP = `npm run demo:checkout -- --iban DE89370400440532013000 [--holder NAME] [--times N] [--hosted]

  --iban IBAN    the account to debit
  --holder NAME  its holder (default Erika Mustermann)
  --times N      how many orders to place, one after the other (default 1)
  --hosted       pay on the sandbox's hosted page
`

export type StartArgs = { help: boolean; fresh: boolean; hosted: boolean; host: string }

export type CheckoutArgs = { help: boolean; iban: string; holder: string; times: number; hosted: boolean }

/** @throws UsageError */
export function parseStartArgs(argv: string[]): StartArgs {
  const { help = false, fresh = false, hosted = false, host = "127.0.0.1" } = parse(argv, {
    help: { type: "boolean" },
    fresh: { type: "boolean" },
    hosted: { type: "boolean" },
    host: { type: "string" },
  })
  return { help, fresh, hosted, host }
}

/** @throws UsageError */
export function parseCheckoutArgs(argv: string[]): CheckoutArgs {
  const values = parse(argv, {
    help: { type: "boolean" },
    iban: { type: "string" },
    holder: { type: "string" },
    times: { type: "string" },
    hosted: { type: "boolean" },
  })
  const { help = false, iban = "", holder = "Erika Mustermann", times = "1", hosted = false } = values
  if (!help && iban.trim() === "") {
    throw new UsageError("Which account shall be debited? Give --iban, for example --iban DE89370400440532013000.")
  }
  if (!/^[1-9]\d{0,3}$/.test(times)) {
    throw new UsageError("--times is a whole number from 1 to 9999.")
  }
  return { help, iban: iban.trim(), holder, times: Number(times), hosted }
}

type Options = Record<string, { type: "boolean" } | { type: "string" }>

function parse<const T extends Options>(argv: string[], options: T) {
  try {
    return parseArgs({ args: argv, options, strict: true, allowPositionals: false }).values
  } catch (error) {
    // Not the parser's own sentence: it quotes what was typed, which may be an IBAN.
    throw new UsageError(`These arguments are not understood. Known are ${knownOf(options)}.`, { cause: codeOf(error) })
  }
}

function knownOf(options: Options): string {
  return Object.keys(options).map((name) => `--${name}`).join(", ")
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined
}

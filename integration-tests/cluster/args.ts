import { parseArgs } from "node:util"
import { z } from "zod"

export class UsageError extends Error {}

export const HELP = `npm run test:cluster [-- --checkouts 60] [-- --kills 3] [-- --seed N] [-- --rate-limits]

  --checkouts N   shoppers that buy, 1 to 2000 (60)
  --kills N       how often a server or the worker is killed while they do, 0 to 100 (3)
  --seed N        plays the dice of an earlier run again; when things happen still depends on the machine
  --rate-limits   CatalystPay's limit of one call a second holds: an order takes a second and more
`

const size = z.object({
  checkouts: z.int().min(1).max(2000),
  kills: z.int().min(0).max(100),
  seed: z.int().min(0).max(0xffff_ffff),
  rate_limits: z.boolean(),
})

/** How much a run does. */
export type RunSize = z.infer<typeof size>

/**
 * What was asked for on the command line.
 * @param newSeed for a run that names none
 * @returns null when the help was asked for
 * @throws UsageError
 */
export function parseClusterArgs(argv: string[], newSeed: () => number): RunSize | null {
  const values = parse(argv)
  if (values.help) {
    return null
  }
  const { checkouts = "60", kills = "3", seed } = values
  const parsed = size.safeParse({
    checkouts: Number(checkouts),
    kills: Number(kills),
    seed: seed === undefined ? newSeed() : Number(seed),
    rate_limits: values["rate-limits"] === true,
  })
  if (!parsed.success) {
    throw new UsageError("--checkouts, --kills and --seed take a whole number each; --help tells which.")
  }
  return parsed.data
}

/** The command line hands the size to the tests as a text. */
export function readRunSize(text: string): RunSize {
  return size.parse(JSON.parse(text))
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        checkouts: { type: "string" },
        kills: { type: "string" },
        seed: { type: "string" },
        "rate-limits": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values
  } catch (error) {
    throw new UsageError(`These arguments are not understood.\n\n${HELP}`, { cause: error })
  }
}

import { knex as connect } from "@medusajs/framework/mikro-orm/knex"
import { z } from "zod"
import { CatalystPayClient, GatewayError, TurnQueue } from "../../../src/gateway"
import { SharedCallBudget } from "../../../src/modules/catalystpay/limits/call-budget"
import { Limiters } from "../../../src/modules/catalystpay/limits/limiter"

/*
 * One server of several, as far as the gateway can tell: a process that reads sessions and submits debits, each call in
 * its turn. Told by its argument what to do; writes what came of it to its output.
 */
const task = z
  .object({
    api_url: z.string(),
    api_key: z.string(),
    redis_url: z.string().nullable(),
    database_url: z.string(),
    egress: z.string(),
    get: z.array(z.string()),
    pay: z.array(z.string()),
  })
  .parse(JSON.parse(process.argv[2] ?? ""))

const PATIENCE_MS = 60_000

async function main(): Promise<void> {
  const database = connect({ client: "pg", connection: task.database_url, pool: { min: 0, max: 2 } })
  const limiters = new Limiters({ redis_url: task.redis_url, knex: () => database })
  const failures: string[] = []
  const turns = new TurnQueue({
    budget: new SharedCallBudget((terms) => limiters.create(terms), 1),
    addresses: [{ name: task.egress, local_address: null }],
    onBudgetFailure: (error) => failures.push(String(error)),
  })
  const client = new CatalystPayClient({ apiKey: task.api_key, baseUrl: task.api_url, turns, retry: false })
  const options = { deadline_ms: PATIENCE_MS }
  const calls = [
    ...task.get.map((token) => client.getSession(token, options)),
    ...task.pay.map((token) =>
      client.pay(token, { iban: "DE89370400440532013000", iban_holder_name: "Max", tenant_reference_id: token }, options),
    ),
  ]
  const ended = await Promise.all(calls.map((call) => call.then(() => "answered", kindOf)))
  await client.close()
  await limiters.close()
  await database.destroy()
  process.stdout.write(JSON.stringify({ ended, failures }))
}

function kindOf(error: unknown): string {
  return error instanceof GatewayError ? `${error.kind} ${error.reason ?? ""}` : String(error)
}

void main()

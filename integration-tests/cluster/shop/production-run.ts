import { readFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import type { Shutdown } from "../../../demo/shutdown"
import { TEST_IBANS } from "../../../sandbox"
import { Shopper } from "../../http/support/shopper"
import { disagreements } from "../agreement/checks"
import type { Checkout, Facts } from "../agreement/facts"
import type { Circumstances } from "../agreement/table"
import type { RunSize } from "../args"
import { Dice } from "../dice"
import { readFacts } from "./books"
import { checkOut } from "./checkout"
import { planKills } from "./kills"
import { leaksIn, redisText, tablesOf } from "./leaks"
import type { MedusaProcess } from "./medusa-process"
import { PatientClient } from "./patient-client"
import { openShop, type ProductionShop } from "./production-shop"
import { rush } from "./rush"
import { dealScenarios, type Scenario } from "./scenarios"

/** A process that dies keeps the lock of the cart that it was completing for so long; nobody can look at it before. */
const LOCK_MS = 120_000
const JOB_INTERVAL_MS = 60_000
const LOOK_EVERY_MS = 3_000
/** Whoever needs longer for a checkout is told of. */
const LONG_MS = 60_000

/** What came of a run. */
export interface RunResult {
  facts: Facts
  circumstances: Circumstances
  leaks: string[]
  /** How each process ended that was asked to, by its exit status. */
  exits: (number | null)[]
}

/** Plays a whole run: the shop, the shoppers, the kills, and the time that it takes until all agree. */
export async function playRun(size: RunSize, shutdown: Shutdown, say: (line: string) => void): Promise<RunResult> {
  const dice = new Dice(size.seed)
  const shop = await openShop(size, dice, shutdown, say)
  const run = new Run(size, dice, shop, say)
  await run.checkouts()
  const facts = await run.untilAgreed()
  const circumstances = run.circumstances()
  const leaks = await run.leaks()
  const exits: (number | null)[] = []
  for (const process of shop.processes) {
    exits.push(await process.stop())
  }
  return { facts, circumstances, leaks, exits }
}

class Run {
  private readonly done: Checkout[] = []
  private readonly killed: string[] = []
  private readonly restarts: Promise<void>[] = []
  private readonly answers: string[] = []
  private ended_by_hand = 0
  private lastKill = Date.now()
  private readonly times = { checkouts: 0, until_agreed: 0 }

  constructor(
    private readonly size: RunSize,
    private readonly dice: Dice,
    private readonly shop: ProductionShop,
    private readonly say: (line: string) => void,
  ) {}

  async checkouts(): Promise<void> {
    const { checkouts, kills } = this.size
    const scenarios = dealScenarios(checkouts, this.dice.for("scenarios"))
    const plan = planKills(kills, checkouts, this.shop.processes, this.dice.for("kills"))
    const begun = Date.now()
    const killing: Promise<void>[] = []
    await rush(checkouts, this.dice.for("crowds"), async (index) => {
      for (const kill of plan.filter(({ after }) => after === index)) {
        killing.push(this.kill(kill.victim, kill.pause_ms))
      }
      const scenario = scenarios[index] ?? "approved"
      await this.visit(`shopper ${index + 1}`, scenario)
    })
    await Promise.all(killing)
    await Promise.all(this.restarts)
    this.times.checkouts = Math.round((Date.now() - begun) / 1000)
    this.say(`${checkouts} checkouts in ${this.times.checkouts} s`)
  }

  private async visit(name: string, scenario: Scenario): Promise<void> {
    const { shop } = this
    const dice = this.dice.for(name)
    const client = new PatientClient(shop.servers, dice)
    const shopper = new Shopper(client, shop.seeded)
    const begun = Date.now()
    const ending = await checkOut(scenario, {
      shopper,
      dice,
      variant_id: shop.seeded.variant_id,
      publishable_key: shop.seeded.publishable_key,
      anyServer: () => dice.pick(shop.servers()),
      endForeignSession: async (email) => {
        this.ended_by_hand += await shop.endSessionsOf(email)
      },
    })
    this.answers.push(...client.answersSeen)
    this.done.push({ name, scenario, email: shopper.email, ending })
    if (ending.kind === "gave_up") {
      this.say(`${name} (${scenario}) gave up: ${ending.why}`)
    } else if (Date.now() - begun > LONG_MS) {
      this.say(`${name} (${scenario}) ${ending.kind} after ${Math.round((Date.now() - begun) / 1000)} s`)
    }
  }

  private async kill(victim: MedusaProcess, pauseMs: number): Promise<void> {
    await sleep(pauseMs)
    while (!victim.isHealthy) {
      await sleep(100)
    }
    await victim.kill()
    this.lastKill = Date.now()
    this.killed.push(victim.name)
    this.say(`killed: ${victim.name}, after ${this.done.length} checkouts`)
    this.restarts.push(victim.start())
  }

  /** Looks until all agrees, for two job intervals after the dead have lost their locks and the shoppers have gone. */
  async untilAgreed(): Promise<Facts> {
    const deadline = Math.max(Date.now(), this.lastKill + LOCK_MS) + 2 * JOB_INTERVAL_MS
    for (;;) {
      const facts = await readFacts(this.shop.database, this.shop.sandbox, this.done)
      const open = disagreements(facts)
      if (open.length === 0 || Date.now() > deadline) {
        this.times.until_agreed = Math.round((Date.now() - this.lastKill) / 1000)
        this.say(open.length === 0 ? `all agree, ${this.times.until_agreed} s after the last kill` : `${open.length} disagreements are left`)
        return facts
      }
      await sleep(LOOK_EVERY_MS)
    }
  }

  circumstances(): Circumstances {
    const { line, fan } = this.shop
    return {
      seed: this.size.seed,
      kills: this.killed,
      gateway_calls: line.calls,
      gateway_calls_cut: line.cut,
      webhooks_sent: fan.sent,
      webhooks_arrived: fan.arrived,
      ended_by_hand: this.ended_by_hand,
      seconds: this.times,
    }
  }

  async leaks(): Promise<string[]> {
    const { processes, sandbox, database, redis, keys } = this.shop
    const tokens = sandbox.sessions().map(({ session_token }) => session_token)
    const secrets = { ibans: TEST_IBANS.map(({ iban }) => iban), keys, tokens }
    // The ledger and Medusa's payment sessions hold the tokens: they are what the shopper's browser pays with.
    const withoutTokens = { ...secrets, tokens: [] }
    const leaks = processes.flatMap(({ name, logFile }) => leaksIn(`the output of ${name}`, readFileSync(logFile, "utf8"), secrets))
    leaks.push(...leaksIn("Redis", await redisText(redis), secrets))
    leaks.push(...leaksIn("the answers", this.answers.join("\n"), withoutTokens))
    for await (const { name, text } of tablesOf(database)) {
      leaks.push(...leaksIn(`the table ${name}`, text, withoutTokens))
    }
    return leaks
  }
}

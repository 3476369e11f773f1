import type { ConfigModule, IEventBusModuleService, Logger } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { Gateways } from "./accounts/gateways"
import { KeyWatch } from "./accounts/key-watch"
import type { Clock } from "./clock"
import { DebitStore } from "./debits/debit-store"
import { DueDebits } from "./debits/due-debits"
import { announce, announceProblem } from "./events"
import type { Faults } from "./faults"
import { Leases } from "./leases"
import type { LedgerContext } from "./ledger-context"
import { AttemptLimits } from "./limits/attempt-limits"
import { Limiters, type LimiterFactory } from "./limits/limiter"
import { ChargebackStore } from "./money/chargeback-store"
import { RefundStore } from "./money/refund-store"
import { parseOptions, type Settings } from "./options"
import { closeOutcomeProblems, Problems } from "./problems/problems"
import { Inbox } from "./webhooks/inbox"
import { SignatureWatch } from "./webhooks/signature-watch"
import { WebhookSilence } from "./webhooks/webhook-silence"

/** What Medusa hands to the module. */
export interface Cradle {
  manager: SqlEntityManager
  logger: Logger
  event_bus?: IEventBusModuleService
  /** Absent where the module is run by itself. */
  configModule?: Pick<ConfigModule, "projectConfig" | "admin" | "modules">
}

/** What tests may change while the ledger runs. */
interface Changeable {
  clock: () => Clock
  faults: () => Faults
}

/**
 * The parts that the ledger is put together from. What the options decide is made when it is first needed: they are
 * checked by a loader of their own, whose message is worth more than a constructor's.
 */
export class Assembly {
  readonly knex: () => Knex
  readonly store: DebitStore
  readonly problems: Problems
  readonly inbox: Inbox
  readonly keys: KeyWatch
  readonly silence: WebhookSilence
  readonly gateways: Gateways
  readonly #cradle: Cradle
  readonly #options: unknown
  readonly #changeable: Changeable
  #settings: Settings | null = null
  #context: LedgerContext | null = null
  #limiters: Limiters | null = null
  #attemptLimits: AttemptLimits | null = null
  #signatures: SignatureWatch | null = null

  constructor(cradle: Cradle, options: unknown, changeable: Changeable) {
    this.#cradle = cradle
    this.#options = options
    this.#changeable = changeable
    const settings = () => this.settings
    const knex = () => cradle.manager.getKnex()
    this.knex = knex
    this.store = new DebitStore(knex, async (debit) => {
      await announce(cradle.event_bus, debit)
      await closeOutcomeProblems(this.problems, debit)
    })
    this.problems = new Problems(knex, async (problem) => {
      await announceProblem(cradle.event_bus, problem)
      await changeable.faults().at("after_problem_was_opened", problem.debit_id)
    })
    this.inbox = new Inbox(knex, () => this.settings.webhookTries)
    this.keys = new KeyWatch(this.problems, cradle.logger)
    this.silence = new WebhookSilence({ knex, settings, now: () => this.context.now() })
    this.gateways = new Gateways({ settings, createLimiter: this.#createLimiter, keys: this.keys, logger: cradle.logger })
  }

  /** The checked options. @throws CatalystPayError `invalid_options` */
  get settings(): Settings {
    this.#settings ??= parseOptions(this.#options)
    return this.#settings
  }

  get context(): LedgerContext {
    this.#context ??= this.#makeContext()
    return this.#context
  }

  #makeContext(): LedgerContext {
    const { knex } = this
    const { clock: current, faults } = this.#changeable
    const clock: Clock = { now: () => current().now(), sleep: (ms) => current().sleep(ms) }
    return {
      settings: this.settings,
      store: this.store,
      due: new DueDebits(knex),
      leases: new Leases(knex, clock),
      problems: this.problems,
      chargebacks: new ChargebackStore(knex),
      refunds: new RefundStore(knex),
      emit: async (name, data) => this.#cradle.event_bus?.emit({ name, data }),
      gateway: (account) => this.gateways.of(account),
      logger: this.#cradle.logger,
      ...clock,
      faults: { at: (point, debitId) => faults().at(point, debitId) },
    }
  }

  get attemptLimits(): AttemptLimits {
    this.#attemptLimits ??= new AttemptLimits(this.settings.attemptLimits, this.#createLimiter, this.#cradle.logger)
    return this.#attemptLimits
  }

  get signatures(): SignatureWatch {
    this.#signatures ??= new SignatureWatch(this.#createLimiter, this.problems, this.#cradle.logger)
    return this.#signatures
  }

  async close(): Promise<void> {
    await this.gateways.close()
    await this.#limiters?.close()
  }

  readonly #createLimiter: LimiterFactory = (terms) => {
    const redis_url = this.#cradle.configModule?.projectConfig?.redisUrl ?? null
    this.#limiters ??= new Limiters({ redis_url, knex: this.knex })
    return this.#limiters.create(terms)
  }
}

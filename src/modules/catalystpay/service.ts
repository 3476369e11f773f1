import { MedusaService } from "@medusajs/framework/utils"
import type { ConfigModule, IEventBusModuleService, Logger } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { CatalystPayClient, maskIbansDeep, parseWebhookEvent, type WebhookEvent } from "../../gateway"
import { attachBankAccount, validateIban, type BankAccountInput, type IbanAnswer } from "./bank-account"
import { ChargebackStore } from "./chargeback-store"
import type { DebitRecord } from "./debit-record"
import { DebitStore } from "./debit-store"
import { SYSTEM_CLOCK } from "./clock"
import { DueDebits } from "./due-debits"
import { announce, announceOrphaned, announceProblem, announceSettled } from "./events"
import { NO_FAULTS, type Faults } from "./faults"
import { CatalystPayError, isCatalystPayError } from "./errors"
import { debitsToCompare } from "./healing"
import { Inbox, type Delivery, type DeliveryFilter, type DeliveryView } from "./inbox"
import type { IncomingWebhook } from "./incoming-webhook"
import { accountSettings, type Gateway, type LedgerContext } from "./ledger-context"
import { KeyWatch } from "./key-watch"
import { Leases } from "./leases"
import { GatewayTurns } from "./limits/gateway-turns"
import { Limiters, type LimiterFactory } from "./limits/limiter"
import { AttemptLimits } from "./limits/attempt-limits"
import { Chargeback, Debit, DebitEvent, Lease, Mandate, Problem, Refund, RefundReceipt, WebhookDelivery } from "./models"
import { cancelUnsubmitted, openDebit, openingTurn, type OpenDebit } from "./opening"
import { DEFAULT_ACCOUNT, parseOptions, type AccountSettings, type Settings } from "./options"
import type { MoneyBack } from "./money-facts"
import { toPublicData, type PublicData } from "./public-data"
import { advanceQueued, whileEmptyingQueue, type QueuedFor, type QueueStep } from "./queue"
import { RefundStore } from "./refund-store"
import { findOverdueRefunds, recordRefundDue, withdrawRefunds, type BookedRefund } from "./refunds"
import { closeOutcomeProblems, Problems } from "./problems"
import { settleDue } from "./settling"
import { advance } from "./submission"
import { mandateText, type MandateText } from "./texts"
import type { FindPayee } from "./unknown-outcome"
import type { Page } from "./page"
import { SignatureWatch } from "./signature-watch"
import { Upkeep } from "./upkeep"
import { giveUp, recordReturn } from "./verification"
import { isAboutSomeDebit } from "./webhook-candidates"
import { applyWebhook, type WebhookVerdict } from "./webhook-news"

interface Cradle {
  manager: SqlEntityManager
  logger: Logger
  event_bus?: IEventBusModuleService
  /** Absent where the module is run by itself. */
  configModule?: Pick<ConfigModule, "projectConfig">
}

/** A mandate as the checkout shows it: the wording, and what is known of the debtor so far. */
export interface MandateView extends MandateText {
  creditor: { name: string; identifier: string; address: string | null }
  reference: string | null
  holder_name: string | null
  bic: string | null
}

/**
 * The ledger: one row per debit, and everything one can do to it. Provider, routes, webhooks, jobs and the dashboard
 * all read and move debits through here.
 */
export default class CatalystPayModuleService extends MedusaService({
  Chargeback,
  Debit,
  DebitEvent,
  Lease,
  Mandate,
  Problem,
  Refund,
  RefundReceipt,
  WebhookDelivery,
}) {
  /** What a merchant must act on. */
  readonly problems: Problems
  /** What jobs do from time to time. */
  readonly upkeep: Upkeep
  /** For tests: fails the ledger at a chosen step. */
  faults: Faults = NO_FAULTS

  private readonly cradle_: Cradle
  private readonly options_: unknown
  private readonly clients_: CatalystPayClient[] = []
  private readonly gateways_ = new Map<string, Gateway>()
  private readonly store_: DebitStore
  private readonly inbox_: Inbox
  private readonly chargebacks_: ChargebackStore
  private readonly refunds_: RefundStore
  private readonly keys_: KeyWatch
  private settings_: Settings | null = null
  private context_: LedgerContext | null = null
  private limiters_: Limiters | null = null
  private turns_: GatewayTurns | null = null
  private limits_: AttemptLimits | null = null
  private signatures_: SignatureWatch | null = null

  constructor(cradle: Cradle, options: unknown) {
    super(cradle, options)
    this.cradle_ = cradle
    this.options_ = options
    const knex = () => this.cradle_.manager.getKnex()
    this.store_ = new DebitStore(knex, async (debit) => {
      await announce(this.cradle_.event_bus, debit)
      await closeOutcomeProblems(this.problems, debit)
    })
    this.inbox_ = new Inbox(knex, () => this.settings.webhookTries)
    this.chargebacks_ = new ChargebackStore(knex)
    this.refunds_ = new RefundStore(knex)
    this.problems = new Problems(knex, async (problem) => {
      await announceProblem(this.cradle_.event_bus, problem)
      await this.faults.at("after_problem_was_opened", problem.debit_id)
    })
    this.keys_ = new KeyWatch(this.problems, cradle.logger)
    this.upkeep = new Upkeep({ knex, context: () => this.context, inbox: this.inbox_, keys: this.keys_ })
  }

  __hooks = {
    onApplicationShutdown: async (): Promise<void> => {
      await Promise.all(this.clients_.map((client) => client.close()))
      await this.limiters_?.close()
    },
  }

  /** The checked options. @throws CatalystPayError `invalid_options` */
  get settings(): Settings {
    this.settings_ ??= parseOptions(this.options_)
    return this.settings_
  }

  /** @throws CatalystPayError `account_unknown` */
  async account(name: string): Promise<AccountSettings> {
    return accountSettings(this.settings, name)
  }

  /** The account that answers where no payment session names one. */
  get firstAccount(): string {
    return Object.keys(this.settings.accounts)[0] ?? DEFAULT_ACCOUNT
  }

  /** How often shoppers may try. */
  get attemptLimits(): AttemptLimits {
    this.limits_ ??= new AttemptLimits(this.settings.attemptLimits, this.createLimiter, this.cradle_.logger)
    return this.limits_
  }

  private get context(): LedgerContext {
    this.context_ ??= {
      settings: this.settings,
      store: this.store_,
      due: new DueDebits(() => this.cradle_.manager.getKnex()),
      leases: new Leases(() => this.cradle_.manager.getKnex()),
      problems: this.problems,
      chargebacks: this.chargebacks_,
      refunds: this.refunds_,
      emit: async (name, data) => this.cradle_.event_bus?.emit({ name, data }),
      gateway: (account) => this.gateway_(account),
      logger: this.cradle_.logger,
      ...SYSTEM_CLOCK,
      onSettled: (debit) => announceSettled(this.cradle_.event_bus, debit),
      faults: { at: (point, debitId) => this.faults.at(point, debitId) },
    }
    return this.context_
  }

  private readonly createLimiter: LimiterFactory = (terms) => {
    const redis_url = this.cradle_.configModule?.projectConfig?.redisUrl ?? null
    this.limiters_ ??= new Limiters({ redis_url, knex: () => this.cradle_.manager.getKnex() })
    return this.limiters_.create(terms)
  }

  private get signatures(): SignatureWatch {
    this.signatures_ ??= new SignatureWatch(this.createLimiter, this.problems, this.cradle_.logger)
    return this.signatures_
  }

  private get turns(): GatewayTurns {
    this.turns_ ??= new GatewayTurns(this.settings, this.createLimiter, this.cradle_.logger)
    return this.turns_
  }

  private gateway_(account: string): Gateway {
    const existing = this.gateways_.get(account)
    if (existing) {
      return existing
    }
    const { apiKey, apiUrl } = accountSettings(this.settings, account)
    const client = new CatalystPayClient({ apiKey, baseUrl: apiUrl, turns: this.turns.at(apiUrl) })
    this.clients_.push(client)
    const gateway = this.keys_.watch(account, client)
    this.gateways_.set(account, gateway)
    return gateway
  }

  /** Opens, or adopts, the CatalystPay session for a Medusa payment session. */
  async open(input: OpenDebit): Promise<DebitRecord> {
    return openDebit(this.context, input)
  }

  /** Runs `work` when no other request opens a session on the payment collection. */
  async openingTurn(paymentCollectionId: string, work: () => Promise<void>): Promise<void> {
    await openingTurn(this.context, paymentCollectionId, work)
  }

  async findBySession(paymentSessionId: string): Promise<DebitRecord | null> {
    return this.store_.bySession(paymentSessionId)
  }

  async findById(id: string): Promise<DebitRecord | null> {
    return this.store_.byId(id)
  }

  /** The debits of a payment collection, newest first. */
  async findByCollection(paymentCollectionId: string): Promise<DebitRecord[]> {
    return this.store_.byCollection(paymentCollectionId)
  }

  /** The debits of several payment collections: those of one order. */
  async findByCollections(paymentCollectionIds: string[]): Promise<DebitRecord[]> {
    return this.store_.byCollections(paymentCollectionIds)
  }

  /** A page of debits to compare with Medusa, by id. @param after the last id of the page before; empty for the first */
  async debitsToCompare(after: string, limit: number): Promise<DebitRecord[]> {
    return debitsToCompare(this.cradle_.manager.getKnex(), this.context.now(), after, limit)
  }

  /** The debits of a cart, newest first. */
  async findByCart(cartId: string): Promise<DebitRecord[]> {
    return this.store_.byCart(cartId)
  }

  /** @param debit null when no payment session exists yet: then nothing is remembered. */
  async validateIban(account: string, debit: DebitRecord | null, iban: string): Promise<IbanAnswer> {
    return validateIban(this.context, account, debit, iban)
  }

  async attachBankAccount(debit: DebitRecord, input: BankAccountInput): Promise<DebitRecord> {
    return attachBankAccount(this.context, debit, input)
  }

  /** Submits, verifies or asks, whatever brings the debit on; an attempt is submitted at most once. */
  async advance(debit: DebitRecord): Promise<DebitRecord> {
    return advance(this.context, debit)
  }

  /** Debits that wait for their turn at the gateway, the oldest first. */
  async queuedDebits(limit: number): Promise<DebitRecord[]> {
    return this.store_.queued(limit)
  }

  /** Runs `work` unless another server is emptying the queue. */
  async whileEmptyingQueue(work: () => Promise<void>): Promise<void> {
    return whileEmptyingQueue(this.context, work)
  }

  /** @param findPayee asked at once, and again when the debit's turn has come */
  async advanceQueued(debit: DebitRecord, findPayee: () => Promise<QueuedFor>): Promise<QueueStep> {
    return advanceQueued(this.context, debit, findPayee)
  }

  /** Takes the debit whose outcome has been due the longest, for this caller alone; null when none is due. */
  async claimDueDebit(): Promise<DebitRecord | null> {
    return this.context.due.claim(this.context.now())
  }

  /**
   * Asks the gateway what became of a claimed debit, and settles it where it can be told.
   * @param findPayee asked before anything is submitted a second time
   */
  async settleDueDebit(debit: DebitRecord, findPayee: FindPayee): Promise<DebitRecord> {
    return settleDue(this.context, debit, findPayee)
  }

  /** Runs `work` when no other server brings Medusa in line with the debit; waits for its turn. */
  async whileAgreeing(debitId: string, work: () => Promise<void>): Promise<void> {
    const terms = { ttlMs: 30_000, waitMs: 60_000 }
    if (!(await this.context.leases.hold(`agree:${debitId}`, terms, work))) {
      throw new CatalystPayError("agreement_busy", {
        developer: `Another server has been at work on debit ${debitId} for a minute; it is tried again.`,
      })
    }
  }

  /** The shopper came back from the verification page; the next `advance` sends `/verify/` once for it. */
  async recordVerificationReturn(debit: DebitRecord, verificationId: string | null): Promise<DebitRecord> {
    return recordReturn(this.context, debit, verificationId)
  }

  /** The shopper does not want to sign: ends a debit that awaits its verification, as far as the gateway lets it. */
  async giveUp(debit: DebitRecord): Promise<DebitRecord> {
    return giveUp(this.context, debit)
  }

  /**
   * Ends a debit whose Medusa session goes away. What was submitted cannot be called back and is left alone.
   */
  async cancelUnsubmitted(debit: DebitRecord): Promise<void> {
    await cancelUnsubmitted(this.context, debit)
  }

  /**
   * The debit stands without an order: it was submitted and cannot be called back, and Medusa will not keep its money.
   * The merchant has to refund it at CatalystPay.
   */
  async recordOrphaned(debit: DebitRecord): Promise<DebitRecord> {
    if (debit.orphaned_at) {
      return debit
    }
    this.cradle_.logger.warn(
      `Debit ${debit.id} has no order to pay for, and a submitted debit cannot be called back: refund it at CatalystPay.`,
    )
    const orphaned = await this.store_.note(debit.id, { orphaned_at: new Date() }, { type: "orphaned", source: "medusa" })
    await announceOrphaned(this.cradle_.event_bus, orphaned)
    return orphaned
  }

  /** An order stands after all that the debit pays for: there is nothing to refund. */
  async recordOrderFound(debit: DebitRecord): Promise<DebitRecord> {
    return this.store_.note(debit.id, { orphaned_at: null }, { type: "order_found", source: "medusa" })
  }

  /** Medusa has booked the money; a second time changes nothing. */
  async recordCapture(debit: DebitRecord): Promise<DebitRecord> {
    return this.store_.recordCapture(debit.id)
  }

  /**
   * The merchant owes the debtor money: CatalystPay has no refund API.
   * @throws CatalystPayError `refund_exceeds_debit`
   */
  async recordRefundDue(debit: DebitRecord, refund: BookedRefund): Promise<DebitRecord> {
    return recordRefundDue(this.context, debit, refund)
  }

  /** Medusa gave these refunds up after they were written down. */
  async withdrawRefunds(debitId: string, medusaRefundIds: string[]): Promise<void> {
    await withdrawRefunds(this.context, debitId, medusaRefundIds)
  }

  /** Opens and closes the problems of refunds that are due for too long. @returns debits that a refund is due of */
  async findOverdueRefunds(): Promise<string[]> {
    return findOverdueRefunds(this.context)
  }

  /** What went back of a debit, and what is to go back: the oldest first. */
  async moneyBack(debitId: string): Promise<MoneyBack> {
    const [chargebacks, refunds, receipts] = await Promise.all([
      this.chargebacks_.ofDebit(debitId),
      this.refunds_.ofDebit(debitId),
      this.refunds_.receiptsOf(debitId),
    ])
    return { chargebacks, refunds, receipts }
  }

  async markChargebackBooked(id: string): Promise<void> {
    await this.chargebacks_.markBooked(id)
  }

  async markReceiptBooked(id: string): Promise<void> {
    await this.refunds_.markBooked(id)
  }

  async publicData(debit: DebitRecord): Promise<PublicData> {
    return toPublicData(debit, await this.store_.mandateOf(debit.id, debit.attempt))
  }

  async mandateView(debit: DebitRecord, locale: string | null): Promise<MandateView> {
    const { creditor } = await this.account(debit.account)
    const accepted = await this.store_.mandateOf(debit.id, debit.attempt)
    return {
      ...mandateText(creditor, locale ?? accepted?.locale),
      creditor: { name: creditor.name, identifier: creditor.identifier, address: creditor.address ?? null },
      reference: accepted?.reference ?? null,
      holder_name: accepted?.holder_name ?? null,
      bic: accepted?.bic ?? null,
    }
  }

  /** The shopper's language: the one the mandate was accepted in. */
  async localeOf(debit: DebitRecord): Promise<string | null> {
    return (await this.store_.mandateOf(debit.id, debit.attempt))?.locale ?? null
  }

  /** Checks a webhook's signature and writes it into the inbox. */
  async receiveWebhook(webhook: IncomingWebhook): Promise<{ id: string; is_new: boolean }> {
    const { webhookSecret } = await this.account(webhook.account)
    try {
      return await this.inbox_.receive(webhook, webhookSecret)
    } catch (error) {
      if (isCatalystPayError(error) && error.code === "webhook_signature_invalid") {
        await this.signatures.count(webhook.account)
      }
      throw error
    }
  }

  async claimWebhook(deliveryId: string): Promise<Delivery | null> {
    return this.inbox_.claim(deliveryId)
  }

  async claimDueWebhooks(limit: number): Promise<Delivery[]> {
    return this.inbox_.claimDue(limit)
  }

  /** What a claimed delivery means; the debit is moved, Medusa is not. */
  async applyDelivery(delivery: Pick<Delivery, "account" | "event_name" | "payload">): Promise<WebhookVerdict> {
    return applyWebhook(this.context, delivery.account, await this.eventOf(delivery))
  }

  private async eventOf(delivery: Pick<Delivery, "account" | "event_name" | "payload">): Promise<WebhookEvent> {
    const { fieldMap } = await this.account(delivery.account)
    // The inbox masks before it stores; what Medusa's own hook hands over did not pass it.
    return parseWebhookEvent(delivery.event_name, maskIbansDeep(delivery.payload), fieldMap)
  }

  /** Problems are written first: a process that dies in between leaves the delivery to the next one, which finds them open. */
  async finishWebhook(delivery: Delivery, verdict: WebhookVerdict): Promise<void> {
    const { id, account, event_name } = delivery
    const { debit_id, outcome } = verdict
    if (!debit_id && isAboutSomeDebit(await this.eventOf(delivery))) {
      await this.problems.open({ code: "event_unmatched", subject: id, account, details: { event: event_name } })
    }
    await this.inbox_.finish(delivery, { status: debit_id ? "processed" : "ignored", outcome, debit_id })
    // Only one that did not succeed at its first try can have been given up, or be a replay.
    if (delivery.outcome !== null) {
      await this.problems.close("webhook_given_up", id)
      await (debit_id ? this.problems.close("event_unmatched", id) : undefined)
    }
  }

  /** @returns seconds until the next try, null when it was given up, "lost" when another process has it by now */
  async retryWebhook(delivery: Delivery, why: string): Promise<number | null | "lost"> {
    const { id, account, event_name } = delivery
    if (this.inbox_.isLastTry(delivery)) {
      await this.problems.open({ code: "webhook_given_up", subject: id, account, details: { event: event_name } })
    }
    return this.inbox_.retryLater(delivery, why)
  }

  /**
   * Puts a delivery that was processed, ignored or given up back to the beginning; one that waits stays as it is.
   * @throws CatalystPayError `delivery_not_found`
   */
  async replayWebhook(deliveryId: string): Promise<void> {
    if (!(await this.inbox_.reset(deliveryId))) {
      throw new CatalystPayError("delivery_not_found", { developer: "There is no such webhook delivery." })
    }
  }

  async findWebhook(deliveryId: string): Promise<DeliveryView | null> {
    return this.inbox_.find(deliveryId)
  }

  /** The inbox, newest first, and how many there are in all. */
  async listWebhooks(filter: DeliveryFilter, page: Page): Promise<[DeliveryView[], number]> {
    return this.inbox_.list(filter, page)
  }
}

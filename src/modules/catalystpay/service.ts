import { MedusaService } from "@medusajs/framework/utils"
import type { AdminCatalystPayMandate } from "./admin-types"
import { Assembly, type Cradle } from "./assembly"
import { attachBankAccount, validateIban, type BankAccountInput, type IbanAnswer } from "./checkout/bank-account"
import { checkNow } from "./outcomes/checking"
import { DataRights } from "./data-rights"
import type { DebitRecord, MandateRecord } from "./debits/debit-record"
import { DebitList } from "./debit-list"
import type { DebitStore } from "./debits/debit-store"
import { SYSTEM_CLOCK, type Clock } from "./clock"
import { NO_FAULTS, type Faults } from "./faults"
import { lookAtPage } from "./outcomes/finding-out"
import { CatalystPayError } from "./errors"
import { GivenBack } from "./money/given-back"
import { debitsToCompare, type ComparedPage } from "./upkeep/healing"
import { accountSettings, type LedgerContext } from "./ledger-context"
import { Health } from "./health/health"
import type { AttemptLimits } from "./limits/attempt-limits"
import { Chargeback, Debit, DebitEvent, Lease, Mandate, Problem, ReconciliationRun, Refund, RefundReceipt, WebhookDelivery } from "./models"
import { cancelUnsubmitted, openDebit, openingTurn, type OpenDebit } from "./checkout/opening"
import { mandateEvidence } from "./debits/mandate-evidence"
import { mandateView, type MandateView } from "./debits/mandate-view"
import { DEFAULT_ACCOUNT, type AccountSettings, type Settings } from "./options"
import { recordOrderFound, recordOrphaned } from "./outcomes/orphaned"
import { toPublicData, type PublicData } from "./debits/public-data"
import { advanceQueued, whileEmptyingQueue, type QueuedFor, type QueueStep } from "./checkout/queue"
import { currentRequest } from "./request-context"
import { Reconciliation } from "./reconciliation/reconciliation"
import type { Problems } from "./problems/problems"
import { settleDue } from "./outcomes/settling"
import { advance } from "./checkout/submission"
import type { FindPayee } from "./outcomes/unknown-outcome"
import { Upkeep } from "./upkeep/upkeep"
import { giveUp, recordReturn } from "./checkout/verification"
import { Webhooks } from "./webhooks/webhooks"

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
  ReconciliationRun,
  Refund,
  RefundReceipt,
  WebhookDelivery,
}) {
  /** What a merchant must act on. */
  readonly problems: Problems
  /** Debits as the dashboard lists them. */
  readonly debitList: DebitList
  /** What comes from CatalystPay by webhook. */
  readonly webhooks: Webhooks
  /** What of the money goes, or went, back. */
  readonly givenBack: GivenBack
  /** What CatalystPay's own records say, read beside its webhooks. */
  readonly reconciliation: Reconciliation
  /** What jobs do from time to time. */
  readonly upkeep: Upkeep
  /** Whether the connection to CatalystPay is as it should be. */
  readonly health: Health
  /** What is owed to the people whose bank accounts are debited. */
  readonly dataRights: DataRights
  /** For tests: fails the ledger at a chosen step. */
  faults: Faults = NO_FAULTS
  /** For tests: another time than the machine's. */
  clock: Clock = SYSTEM_CLOCK

  private readonly parts_: Assembly

  constructor(cradle: Cradle, options: unknown) {
    super(cradle, options)
    const parts = new Assembly(cradle, options, { clock: () => this.clock, faults: () => this.faults })
    const { knex, inbox, keys, silence, gateways } = parts
    const context = () => parts.context
    const signatures = () => parts.signatures
    this.parts_ = parts
    this.problems = parts.problems
    this.debitList = new DebitList(knex, () => this.clock.now())
    this.webhooks = new Webhooks({ context, inbox, signatures })
    this.givenBack = new GivenBack(knex, context)
    this.reconciliation = new Reconciliation({ knex, context })
    this.upkeep = new Upkeep({ knex, context, inbox, keys, silence })
    const { reconciliation } = this
    this.health = new Health({ knex, context, gateways, keys, silence, signatures, reconciliation, config: () => cradle.configModule })
    this.dataRights = new DataRights(knex, context)
  }

  __hooks = {
    onApplicationShutdown: (): Promise<void> => this.parts_.close(),
  }

  /** The checked options. @throws CatalystPayError `invalid_options` */
  get settings(): Settings {
    return this.parts_.settings
  }

  /** @throws CatalystPayError `account_unknown` */
  async account(name: string): Promise<AccountSettings> {
    return accountSettings(this.settings, name)
  }

  /** The account that is asked about an IBAN where no payment session names one: the first that takes any. */
  get accountForIbans(): string {
    const names = Object.keys(this.settings.accounts)
    return names.find((name) => this.settings.accounts[name]?.collect === "iban") ?? names[0] ?? DEFAULT_ACCOUNT
  }

  /** The ledger's clock: what is compared with its rows is read from it. */
  get now(): Date {
    return this.context.now()
  }

  /** How often shoppers may try. */
  get attemptLimits(): AttemptLimits {
    return this.parts_.attemptLimits
  }

  private get context(): LedgerContext {
    return this.parts_.context
  }

  private get store(): DebitStore {
    return this.parts_.store
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
    return this.store.bySession(paymentSessionId)
  }

  async findById(id: string): Promise<DebitRecord | null> {
    return this.store.byId(id)
  }

  /** The debits of a payment collection, newest first. */
  async findByCollection(paymentCollectionId: string): Promise<DebitRecord[]> {
    return this.store.byCollection(paymentCollectionId)
  }

  /** The debits of several payment collections: those of one order. */
  async findByCollections(paymentCollectionIds: string[]): Promise<DebitRecord[]> {
    return this.store.byCollections(paymentCollectionIds)
  }

  /** The payment collections of some debits, by the debit's id. */
  async collectionsOf(debitIds: string[]): Promise<Map<string, string>> {
    return this.store.collectionsOf(debitIds)
  }

  /** A page of debits to compare with Medusa, by id. */
  async debitsToCompare(page: ComparedPage): Promise<DebitRecord[]> {
    return debitsToCompare(this.parts_.knex(), this.context.now(), page)
  }

  /** The debits of a cart, newest first. */
  async findByCart(cartId: string): Promise<DebitRecord[]> {
    return this.store.byCart(cartId)
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

  /**
   * The debits as they are now: of those that are paid on CatalystPay's page, the gateway is asked. Whoever would change
   * what they pay for has to know.
   */
  async lookAtPages(debits: DebitRecord[]): Promise<DebitRecord[]> {
    const looked: DebitRecord[] = []
    for (const debit of debits) {
      looked.push(await lookAtPage(this.context, debit))
    }
    return looked
  }

  /** Debits that wait for their turn at the gateway, the oldest first. */
  async queuedDebits(limit: number): Promise<DebitRecord[]> {
    return this.store.queued(limit)
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

  /**
   * Asks the gateway what became of a debit, because somebody wants to know; never submits anything.
   * @throws CatalystPayError `gateway_unavailable`
   */
  async checkNow(debit: DebitRecord): Promise<void> {
    await checkNow(this.context, debit)
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

  /** The debit stands without an order, and the merchant has to refund it at CatalystPay. */
  async recordOrphaned(debit: DebitRecord): Promise<DebitRecord> {
    return recordOrphaned(this.context, debit)
  }

  /** An order stands after all that the debit pays for: there is nothing to refund. */
  async recordOrderFound(debit: DebitRecord): Promise<DebitRecord> {
    return recordOrderFound(this.context, debit)
  }

  /** Medusa has booked the money; a second time changes nothing. */
  async recordCapture(debit: DebitRecord): Promise<DebitRecord> {
    return this.store.recordCapture(debit.id)
  }

  async publicData(debit: DebitRecord): Promise<PublicData> {
    const { accounts } = this.settings
    const account = Object.hasOwn(accounts, debit.account) ? accounts[debit.account] : null
    const mandate = await this.store.mandateOf(debit.id, debit.attempt)
    return toPublicData(debit, mandate, account, this.localeFor(mandate))
  }

  /** @throws CatalystPayError `debit_forgotten`, `mandate_not_found` */
  async mandateEvidence(debit: DebitRecord, attempt: number | null): Promise<AdminCatalystPayMandate> {
    return mandateEvidence(this.context, debit, attempt)
  }

  async mandateView(debit: DebitRecord, locale: string | null): Promise<MandateView> {
    return mandateView(this.context, debit, locale)
  }

  /** The shopper's language: the one the mandate was accepted in; without one, that of the shopper's own request. */
  async localeOf(debit: DebitRecord): Promise<string | null> {
    return this.localeFor(await this.store.mandateOf(debit.id, debit.attempt))
  }

  private localeFor(mandate: MandateRecord | null): string | null {
    return mandate?.locale ?? currentRequest()?.locale ?? null
  }
}

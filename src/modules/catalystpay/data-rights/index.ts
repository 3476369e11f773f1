import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { GatewayError } from "../../../gateway"
import type { DebitRecord } from "../debits/debit-record"
import { isUnsubmitted } from "../debit-state"
import { isCatalystPayError } from "../errors"
import type { LedgerContext } from "../ledger-context"
import { cancelUnsubmitted, leadKey } from "../checkout/opening"
import { WITHOUT_BANK_ACCOUNT } from "../checkout/without-bank-account"
import { exportOf, type CustomerData } from "./export"
import { Forgetting, type Forgotten } from "./forgetting"
import { looseDeliveriesOf } from "./loose-deliveries"
import { findDebitsOf, type DebitsOfPerson, type Person } from "./person"

/** What the ledger owes the people whose bank accounts it debited: to show what it holds of them, and to forget them. */
export class DataRights {
  private readonly forgetting: Forgetting

  constructor(
    private readonly knex: () => Knex,
    private readonly context: () => LedgerContext,
  ) {
    this.forgetting = new Forgetting(knex, context)
  }

  /** Those of a person, the oldest first, and those that bear the person's e-mail and belong to somebody else. */
  async debitsOf(person: Person): Promise<DebitsOfPerson> {
    return findDebitsOf(this.knex(), this.context().settings, person)
  }

  /** All that is held about a person; no sealed IBAN, no session token, no key. */
  async export(person: Person, found: DebitsOfPerson): Promise<CustomerData> {
    return exportOf(this.knex(), person, found, this.context())
  }

  /**
   * Ends what of a debit nobody has submitted at CatalystPay, before it is forgotten; what cannot be ended now loses the
   * bank account and is tried again by the cleaning job.
   * @returns whether a session was cancelled
   */
  async endSession(debit: DebitRecord): Promise<boolean> {
    if (isUnsubmitted(debit.status)) {
      return this.cancel(debit)
    }
    if (debit.status === "failed" && debit.approved_at === null && debit.erased_at === null) {
      await this.closeFailed(debit)
    }
    return false
  }

  /** @see Forgetting.forget */
  async forget(debitId: string): Promise<Forgotten> {
    return this.forgetting.forget(debitId)
  }

  /** Webhooks that belong to no debit and speak of the person. @returns how many were redacted */
  async forgetLoose(person: Person, found: DebitsOfPerson): Promise<number> {
    await this.forgetLeads(person, found)
    const loose = looseDeliveriesOf(person, found)
    return loose ? this.knex().transaction((trx) => this.forgetting.redactWhere(trx, loose.narrow, loose.isMeant)) : 0
  }

  /** @see Forgetting.due */
  async due(limit: number, after: string): Promise<DebitRecord[]> {
    return this.forgetting.due(limit, after)
  }

  /** @see Forgetting.redactLate */
  async redactLate(limit: number): Promise<number> {
    return this.forgetting.redactLate(limit)
  }

  private async cancel(debit: DebitRecord): Promise<boolean> {
    const { store, logger } = this.context()
    try {
      await cancelUnsubmitted(this.context(), debit)
    } catch (error) {
      if (!isCatalystPayError(error)) {
        throw error
      }
      logger.warn(`Debit ${debit.id} is to be forgotten, and its session stays open for now. ${error.message}`)
    }
    const now = (await store.byId(debit.id)) ?? debit
    if (now.status === "ready") {
      await store.apply(now.id, {
        transition: "seal_expired",
        expect: { status: "ready", attempt: now.attempt },
        event: { source: "store" },
        patch: WITHOUT_BANK_ACCOUNT,
      })
    }
    return now.status === "cancelled"
  }

  /** It may have left its session open, which nobody finds any more once its e-mail is erased. */
  private async closeFailed(debit: DebitRecord): Promise<void> {
    try {
      await this.context().gateway(debit.account).cancel(debit.session_token)
    } catch (error) {
      if (!(error instanceof GatewayError) && !isCatalystPayError(error)) {
        throw error
      }
    }
  }

  /** The subject of this problem names a lead by a hash, and is the only one that does. */
  private async forgetLeads(person: Person, { others }: DebitsOfPerson): Promise<void> {
    const { settings, problems } = this.context()
    for (const email of others.length === 0 ? person.emails : []) {
      for (const account of Object.keys(settings.accounts)) {
        await problems.remove("lead_conflict", leadKey(this.context(), account, email))
      }
    }
  }
}

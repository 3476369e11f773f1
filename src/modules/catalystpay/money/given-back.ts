import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AdminCatalystPayChargebackMonth } from "../admin-types"
import { chargebackRates } from "./chargeback-rates"
import type { DebitRecord } from "../debits/debit-record"
import type { LedgerContext } from "../ledger-context"
import type { MoneyBack, RefundRecord } from "./money-facts"
import type { MarkedBy } from "./refund-store"
import { findOverdueRefunds, markRefundDone, recordRefundDue, withdrawRefunds, type BookedRefund } from "./refunds"

/** What of a debit's money goes, or went, back: chargebacks, returns and refunds. */
export class GivenBack {
  constructor(
    private readonly knex: () => Knex,
    private readonly context: () => LedgerContext,
  ) {}

  /** What went back of a debit, and what is to go back: the oldest first. */
  async of(debitId: string): Promise<MoneyBack> {
    const { chargebacks, refunds } = this.context()
    const [taken, due, receipts] = await Promise.all([
      chargebacks.ofDebit(debitId),
      refunds.ofDebit(debitId),
      refunds.receiptsOf(debitId),
    ])
    return { chargebacks: taken, refunds: due, receipts }
  }

  /**
   * The merchant owes the debtor money: CatalystPay has no refund API.
   * @throws CatalystPayError `refund_exceeds_debit`
   */
  async recordRefundDue(debit: DebitRecord, refund: BookedRefund): Promise<DebitRecord> {
    return recordRefundDue(this.context(), debit, refund)
  }

  /** Chargebacks over debits, month by month until now. */
  async chargebackRates(months: number): Promise<AdminCatalystPayChargebackMonth[]> {
    return chargebackRates(this.knex(), this.context().now(), months)
  }

  /** Medusa gave these refunds up after they were written down. */
  async withdrawRefunds(debitId: string, medusaRefundIds: string[]): Promise<void> {
    await withdrawRefunds(this.context(), debitId, medusaRefundIds)
  }

  /**
   * The merchant has paid the refund out.
   * @throws CatalystPayError `refund_not_found`
   */
  async markRefundDone(id: string, marked: MarkedBy): Promise<RefundRecord> {
    return markRefundDone(this.context(), id, marked)
  }

  /** Opens and closes the problems of refunds that are due for too long. @returns debits that a refund is due of */
  async findOverdueRefunds(): Promise<string[]> {
    return findOverdueRefunds(this.context())
  }

  /** Medusa has booked the chargeback as a refund that moves no money. */
  async markChargebackBooked(id: string): Promise<void> {
    await this.context().chargebacks.markBooked(id)
  }

  /** Medusa has booked what of a refund nobody had asked for. */
  async markReceiptBooked(id: string): Promise<void> {
    await this.context().refunds.markBooked(id)
  }
}

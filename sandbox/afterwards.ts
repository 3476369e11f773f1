import { randomInt, randomUUID } from "node:crypto"
import { ApiError, fieldError } from "./api-error"
import type { MovableClock } from "./clock"
import { newGenesisReference, newMerchantTransactionId, newVendoReference } from "./ids"
import { isPaid } from "./ledger"
import type { Chargeback, Ledger, Subject, Subscription, Transaction } from "./ledger"
import { toDecimal, toMinor } from "./money"
import type { SubscriptionStatus } from "./money-types"
import { returnedFor } from "./reason-codes"
import { isBilled, recordBilling, recordReturn } from "./subscription"
import type { Switches } from "./switches"
import type { WebhookEventName } from "./webhook-events"

type AfterwardsOptions = {
  ledger: Ledger
  clock: MovableClock
  switches: Switches
  announce: (names: WebhookEventName[], subject: Subject) => void
}

/** The word of no page: whoever waits for one of the known words waits in vain. */
const SETTLED_WORDS = { settled: "settled", unseen: "paid_out" } as const

/** What happens to debits after they were approved; see `MoneyAfterwards` for what each may throw. */
export class Afterwards {
  constructor(private readonly options: AfterwardsOptions) {}

  settle(id: string): Transaction {
    const transaction = this.paidDebit(id, "settled")
    if (transaction.stage === "settled") {
      throw new ApiError(409, `Transaction ${id} is settled already.`)
    }
    transaction.stage = "settled"
    transaction.status = SETTLED_WORDS[this.options.switches["transaction-words"]]
    this.tell(["transaction.status_changed"], { transaction })
    return transaction
  }

  bounce(id: string, reasonCode: string): Transaction {
    const transaction = this.paidDebit(id, "returned")
    if (this.options.ledger.chargedBackOf(transaction) > 0) {
      throw new ApiError(409, `Transaction ${id} was charged back; it can't be returned as well.`)
    }
    transaction.error = returnedFor(reason(reasonCode))
    transaction.stage = "declined"
    transaction.status = "declined"
    const subscription = this.subscriptionOf(transaction)
    if (subscription) {
      recordReturn(subscription)
    }
    this.tell(["transaction.status_changed", ...this.move(subscription, "PAST_DUE")], { transaction, subscription })
    return transaction
  }

  chargeBack(id: string, details: { reason_code: string; amount?: string }): Chargeback {
    const { ledger, clock, switches } = this.options
    const transaction = this.paidDebit(id, "charged back")
    const left = transaction.amount - ledger.chargedBackOf(transaction)
    const chargeback: Chargeback = {
      id: randomUUID(),
      transaction,
      amount: portion(details.amount, left),
      reason_code: reason(details.reason_code),
      arn: Array.from({ length: 23 }, () => randomInt(10)).join(""),
      created_at: clock.now(),
    }
    ledger.chargebacks.push(chargeback)
    const subscription = this.subscriptionOf(transaction)
    const names: WebhookEventName[] = [switches["chargeback-event"], ...this.move(subscription, "CHARGEDBACK")]
    this.tell(names, { transaction, chargeback, subscription })
    return chargeback
  }

  refund(id: string, { amount }: { amount?: string } = {}): Transaction {
    const { ledger, switches } = this.options
    const original = this.paidDebit(id, "refunded")
    const left = original.amount - ledger.refundedOf(original) - ledger.chargedBackOf(original)
    const refund = this.newTransaction(original, {
      type: "sdd_refund",
      amount: portion(amount, left),
      reference: switches["refund-reference"] === "original" ? original.reference : null,
      original,
      subscription: null,
    })
    const event = switches["refund-event"]
    this.tell(event === "none" ? [] : [event], { transaction: refund })
    return refund
  }

  rebill(id: string): Transaction {
    const { ledger, clock } = this.options
    const subscription = ledger.subscription(id)
    if (!isBilled(subscription)) {
      throw new ApiError(409, `Subscription ${id} is ${subscription.status}; it can't be billed.`)
    }
    const transaction = this.newTransaction(ledger.transaction(subscription.attempt.id), {
      type: "sdd_rebill",
      amount: subscription.billing_amount,
      reference: null,
      original: null,
      subscription,
    })
    recordBilling(subscription, clock.now())
    this.tell(["transaction.created", ...this.move(subscription, "ACTIVE")], { transaction, subscription })
    return transaction
  }

  /** Moves the clock, and bills subscriptions on their days on the way. */
  passTimeUntil(moment: Date): void {
    const { clock } = this.options
    for (let due = this.nextDue(moment); due !== null; due = this.nextDue(moment)) {
      clock.advanceTo(new Date(due.day))
      this.rebill(due.subscription.id)
    }
    clock.advanceTo(moment)
  }

  private nextDue(moment: Date): { day: string; subscription: Subscription } | null {
    const due = this.options.ledger.subscriptions.flatMap((subscription) => {
      const day = subscription.next_billing_date
      return isBilled(subscription) && day !== null && new Date(day) <= moment ? [{ day, subscription }] : []
    })
    return due.toSorted((left, right) => left.day.localeCompare(right.day))[0] ?? null
  }

  private paidDebit(id: string, done: string): Transaction {
    const transaction = this.options.ledger.transaction(id)
    if (!isPaid(transaction)) {
      throw new ApiError(409, `Transaction ${id} is ${describe(transaction)}; only an approved debit can be ${done}.`)
    }
    return transaction
  }

  private subscriptionOf(transaction: Transaction): Subscription | null {
    return transaction.subscription ?? this.options.ledger.subscriptionOf(transaction.attempt)
  }

  /** The event that tells of it, where the status is another one. */
  private move(subscription: Subscription | null, status: SubscriptionStatus): WebhookEventName[] {
    if (!subscription) {
      return []
    }
    subscription.updated_at = this.options.clock.now()
    if (subscription.status === status || subscription.status === "CHARGEDBACK") {
      return []
    }
    subscription.status = status
    return ["subscription.status_changed"]
  }

  private newTransaction(
    from: Transaction,
    details: Pick<Transaction, "type" | "amount" | "reference" | "original" | "subscription">,
  ): Transaction {
    const now = this.options.clock.now()
    const vendo = from.attempt.adapter === "Vendo Services"
    const transaction: Transaction = {
      ...details,
      id: randomUUID(),
      session: from.session,
      attempt: from.attempt,
      merchant_transaction_id: newMerchantTransactionId(now),
      gateway_reference: vendo ? newVendoReference() : newGenesisReference(),
      stage: "approved",
      status: "approved",
      error: null,
      created_at: now,
      processed_at: now,
    }
    this.options.ledger.transactions.push(transaction)
    return transaction
  }

  private tell(names: WebhookEventName[], subject: Partial<Subject> & Pick<Subject, "transaction">): void {
    this.options.announce(names, { chargeback: null, subscription: null, ...subject })
  }
}

function describe({ type, stage }: Transaction): string {
  return type === "sdd_refund" ? "a refund" : stage
}

function reason(code: string): string {
  if (!/^[A-Z]{2}[A-Z0-9]{2}$/.test(code)) {
    throw fieldError("reason_code", "Not an ISO 20022 reason code of four characters.")
  }
  return code
}

/** Minor units of what was asked for, or all that is left. */
function portion(amount: string | undefined, left: number): number {
  const minor = amount === undefined ? left : toMinor(amount)
  if (minor === null || (amount !== undefined && minor === 0)) {
    throw fieldError("amount", "A decimal text with two decimals is required, greater than 0.")
  }
  if (minor > left || left === 0) {
    throw new ApiError(409, `Of this debit ${toDecimal(left)} is left, which is less than ${amount ?? "anything"}.`)
  }
  return minor
}

import type { Afterwards } from "./afterwards"
import { ApiError } from "./api-error"
import { stepMs } from "./clock"
import type { MovableClock, SandboxClock } from "./clock"
import type { Ledger } from "./ledger"
import { chargebackRecord, subscriptionRecord, transactionRecord } from "./ledger-records"
import type { MoneyAfterwards } from "./money-types"

/** The programmatic API to what happens after the debit: answers copies. */
export function moneyAfterwards(afterwards: Afterwards, ledger: Ledger): MoneyAfterwards {
  return {
    settle: (id) => transactionRecord(afterwards.settle(id), ledger),
    bounce: (id, reasonCode) => transactionRecord(afterwards.bounce(id, reasonCode), ledger),
    chargeBack: (id, details) => chargebackRecord(afterwards.chargeBack(id, details)),
    refund: (id, details) => transactionRecord(afterwards.refund(id, details), ledger),
    rebill: (id) => transactionRecord(afterwards.rebill(id), ledger),
    transactions: () => ledger.transactions.map((transaction) => transactionRecord(transaction, ledger)),
    chargebacks: () => ledger.chargebacks.map(chargebackRecord),
    subscriptions: () => ledger.subscriptions.map(subscriptionRecord),
  }
}

/** @param moved called after each move, for what is due by the clock besides billing */
export function sandboxClock(clock: MovableClock, afterwards: Afterwards, moved: () => void): SandboxClock {
  return {
    now: clock.now,
    move(step) {
      const milliseconds = stepMs(step)
      if (milliseconds === null) {
        throw new ApiError(400, "The clock moves forward by whole days, hours, minutes and seconds, ten years at most.")
      }
      afterwards.passTimeUntil(new Date(clock.now().getTime() + milliseconds))
      moved()
      return clock.now()
    },
  }
}

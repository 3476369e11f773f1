import { addAmounts, isMoreThan, isSameAmount, leastAmount, subtractAmounts } from "./money"

/** A refund that is due. Amounts are decimal strings in major units. */
export interface Due {
  id: string
  amount: string
  /** By CatalystPay's report or the merchant's word. */
  confirmed_amount: string
  /** What of the confirmed amount is the merchant's word alone. */
  merchant_amount: string
  due_at: Date
}

export interface Allocation {
  /** What the dues that it pays are like afterwards; `complete`: it is this report that confirms the due in full. */
  confirmed: { id: string; confirmed_amount: string; merchant_amount: string; complete: boolean }[]
  /** What no refund in Medusa had asked for. */
  unasked: string
}

/** What of a due is still to be paid out. */
export function openAmount(due: Pick<Due, "amount" | "confirmed_amount">): string {
  return subtractAmounts(due.amount, due.confirmed_amount)
}

/** Money of a due that CatalystPay has not reported: what the merchant says was paid, or what is still to be paid. */
interface Unreported {
  due: Due
  amount: string
  by_merchant: boolean
}

/**
 * Pure: which of the dues a refund that CatalystPay reports pays. Money of exactly that amount is meant first; else the
 * oldest, one after the other, the last of them maybe in part. What the merchant says was paid comes before what is still
 * to be paid: a report of the first must not make the second look paid. What is left had not been asked for.
 */
export function allocateRefund(dues: Due[], amount: string): Allocation {
  const parts = [...unreported(dues, true), ...unreported(dues, false)]
  const exact = parts.find((part) => isSameAmount(part.amount, amount))
  const confirmed = new Map<string, Allocation["confirmed"][number]>()
  let left = amount
  for (const { due, amount: most, by_merchant } of exact ? [exact] : parts) {
    if (!isMoreThan(left, "0")) {
      break
    }
    const part = leastAmount(most, left)
    left = subtractAmounts(left, part)
    const before = confirmed.get(due.id) ?? due
    const confirmed_amount = by_merchant ? before.confirmed_amount : addAmounts(before.confirmed_amount, part)
    const merchant_amount = by_merchant ? subtractAmounts(before.merchant_amount, part) : before.merchant_amount
    const complete = !by_merchant && isSameAmount(confirmed_amount, due.amount)
    confirmed.set(due.id, { id: due.id, confirmed_amount, merchant_amount, complete })
  }
  return { confirmed: [...confirmed.values()], unasked: left }
}

/** The oldest first. */
function unreported(dues: Due[], by_merchant: boolean): Unreported[] {
  return dues
    .map((due) => ({ due, amount: by_merchant ? due.merchant_amount : openAmount(due), by_merchant }))
    .filter(({ amount }) => isMoreThan(amount, "0"))
    .sort(({ due: one }, { due: other }) => one.due_at.getTime() - other.due_at.getTime() || one.id.localeCompare(other.id))
}

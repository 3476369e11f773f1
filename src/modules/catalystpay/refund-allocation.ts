import { addAmounts, isMoreThan, isSameAmount, leastAmount, subtractAmounts } from "./money"

/** A refund that is due. Amounts are decimal strings in major units. */
export interface Due {
  id: string
  amount: string
  confirmed_amount: string
  due_at: Date
}

export interface Allocation {
  /** How much of which due was paid out by it; a due whose open amount it names is confirmed in full. */
  confirmed: { id: string; confirmed_amount: string; complete: boolean }[]
  /** What no refund in Medusa had asked for. */
  unasked: string
}

/** What of a due is still to be paid out. */
export function openAmount(due: Pick<Due, "amount" | "confirmed_amount">): string {
  return subtractAmounts(due.amount, due.confirmed_amount)
}

/**
 * Pure: which of the dues a refund that CatalystPay reports pays. One of exactly that amount is meant first; else the
 * oldest ones, one after the other, the last of them maybe in part. What is left had not been asked for.
 */
export function allocateRefund(dues: Due[], amount: string): Allocation {
  const open = dues
    .filter((due) => isMoreThan(openAmount(due), "0"))
    .sort((one, other) => one.due_at.getTime() - other.due_at.getTime() || one.id.localeCompare(other.id))
  const exact = open.find((due) => isSameAmount(openAmount(due), amount))
  const confirmed: Allocation["confirmed"] = []
  let left = amount
  for (const due of exact ? [exact] : open) {
    if (!isMoreThan(left, "0")) {
      break
    }
    const part = leastAmount(openAmount(due), left)
    left = subtractAmounts(left, part)
    const confirmed_amount = addAmounts(due.confirmed_amount, part)
    confirmed.push({ id: due.id, confirmed_amount, complete: isSameAmount(confirmed_amount, due.amount) })
  }
  return { confirmed, unasked: left }
}

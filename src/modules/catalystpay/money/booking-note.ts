/**
 * Medusa's note on a refund that books what happened at the bank and moves no money. It names the row of the ledger
 * that it books, so that the provider knows not to owe it again, and that a process that died after Medusa had booked it
 * finds it booked.
 */
export interface Bookable {
  /** Id of the chargeback, or of the refund's receipt. */
  id: string
  /** In words, for the merchant. */
  why: string
}

const MARK = /\[((?:cpcb|cprec)_[0-9A-Za-z]+)\]$/

export function bookingNote({ id, why }: Bookable): string {
  return `${why} [${id}]`
}

/** Which row of the ledger a refund of Medusa's books; null for one that a person asked for. */
export function bookedRow(note: string | null | undefined): string | null {
  return MARK.exec(note ?? "")?.[1] ?? null
}

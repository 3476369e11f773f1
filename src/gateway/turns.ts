/** What takes its turn at the gateway's limit, the most urgent first: GET, pay and verify (/reference/rate-limits). */
export const TURN_KINDS = ["pay", "verify", "get"] as const
export type TurnKind = (typeof TURN_KINDS)[number]

/** Leave to make one call now. */
export type Turn = {
  /** The address of this machine to call from; null leaves it to the system. The limit counts by it. */
  local_address: string | null
}

/**
 * Who may call next. CatalystPay allows one GET, one pay and one verify a second from an address, whatever process
 * calls; whoever implements this makes all processes of an address wait in one queue.
 */
export interface Turns {
  /** @returns null when the turn does not come within `within_ms`, or `signal` ends the wait. Never throws. */
  take(kind: TurnKind, within_ms: number, signal?: AbortSignal): Promise<Turn | null>
  /**
   * A call has gone out only now: opening a connection may have taken it longer than the next call will take, and the
   * gateway counts from when a call arrives.
   */
  sent(turn: Turn): void
  /** The gateway answered 429 all the same: nobody calls from this address before `seconds` have passed. */
  pause(turn: Turn, seconds: number): void
}

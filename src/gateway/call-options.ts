/** How one call is made; every method of the client takes it last. */
export type CallOptions = {
  /**
   * Gives the call up: a request that has not been sent never is (`not_sent`), and of one on the wire the outcome is
   * not known (`outcome_unknown`, or `unavailable` where nothing was to be changed).
   */
  signal?: AbortSignal
  /**
   * Milliseconds for the call as a whole, waiting for its turn, repeats and pauses included. Default: the client's
   * `overall_submit_ms` or `overall_read_ms`. When it has passed, the same holds as for `signal`.
   */
  deadline_ms?: number
  /** Milliseconds to wait for a turn, where the call needs one. Default: what remains of the deadline. */
  turn_within_ms?: number
  /**
   * Awaited once, immediately before the call is sent for the first time: its turn has come and the circuit is closed.
   * `false` means "don't": the call fails with `not_sent` / `turn_declined`. What it throws is thrown on as it is. It is
   * waited for even past the deadline, so that what it writes down is never overtaken by the call's failure; then
   * nothing is sent.
   */
  on_turn?: () => Promise<boolean>
}

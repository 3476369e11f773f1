/** Time limits in milliseconds. */
export type GatewayTimeouts = {
  /** Until a connection stands and the request goes out. Default 5,000. */
  connect_ms: number
  /** From then until the whole answer is there: create, pay, verify and cancel. Default 15,000. */
  submit_ms: number
  /** The same for calls that change nothing: get, IBAN validation and reconciliation. Default 8,000. */
  read_ms: number
  /**
   * From the method's call to its result, waiting for a turn, repeats and pauses included: create, pay, verify and
   * cancel. Default 25,000: a turn within the usual 8 s and one whole try fit in, and a checkout's proxies (30 s and
   * more) still hear of it. `CallOptions.deadline_ms` sets it for one call.
   */
  overall_submit_ms: number
  /** The same for calls that change nothing; of reconciliation, for each page. Default 20,000. */
  overall_read_ms: number
}

export const DEFAULT_TIMEOUTS: GatewayTimeouts = {
  connect_ms: 5_000,
  submit_ms: 15_000,
  read_ms: 8_000,
  overall_submit_ms: 25_000,
  overall_read_ms: 20_000,
}

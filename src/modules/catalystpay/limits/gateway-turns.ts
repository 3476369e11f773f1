import type { Logger } from "@medusajs/framework/types"
import { TurnQueue, type Egress } from "../../../gateway"
import type { Settings } from "../options"
import { SharedCallBudget } from "./call-budget"
import type { LimiterFactory } from "./limiter"

type EgressSettings = Pick<Settings, "callsPerSecond" | "egress" | "localAddresses">

/**
 * The queues for calls to CatalystPay: one for each host of the API, since production and staging count for
 * themselves, and shared by all accounts, since an address is limited whatever account it calls for.
 */
export class GatewayTurns {
  readonly #queues = new Map<string, TurnQueue>()
  readonly #settings: EgressSettings
  readonly #budget: SharedCallBudget
  readonly #logger: Logger

  constructor(settings: EgressSettings, create: LimiterFactory, logger: Logger) {
    this.#settings = settings
    this.#budget = new SharedCallBudget(create, settings.callsPerSecond)
    this.#logger = logger
  }

  /** @param api_url an account's `apiUrl` */
  at(api_url: string): TurnQueue {
    const { host } = new URL(api_url)
    const existing = this.#queues.get(host)
    if (existing) {
      return existing
    }
    const queue = new TurnQueue({
      budget: this.#budget,
      addresses: addressesAt(host, this.#settings),
      onBudgetFailure: () =>
        this.#logger.warn("The limit of calls to CatalystPay could not be counted; it is left to CatalystPay's own."),
    })
    this.#queues.set(host, queue)
    return queue
  }
}

/** Pure: the keys under which calls to a host are counted. */
export function addressesAt(host: string, { egress, localAddresses }: EgressSettings): Egress[] {
  return localAddresses
    ? localAddresses.map((local_address) => ({ name: `${host}|${egress}|${local_address}`, local_address }))
    : [{ name: `${host}|${egress}`, local_address: null }]
}

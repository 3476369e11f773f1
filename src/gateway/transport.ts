import { Agent, type Dispatcher } from "undici"
import type { BaseAddress } from "./base-url"
import { Exchange } from "./exchange"
import { VERSION } from "./version"
import type { WireOutcome, WireRequest } from "./wire"

const MAX_CONNECTIONS = 64

/**
 * HTTP to one base address. It never throws, never follows redirects and never sends anything twice: whether a
 * repeat is harmless is for its caller to know.
 */
export class Transport {
  readonly #base: BaseAddress
  readonly #connect_ms: number
  readonly #given: Dispatcher | undefined
  /** One pool of connections for each address of this machine that is called from. */
  readonly #pools = new Map<string | null, Agent>()
  #closed = false

  constructor(base: BaseAddress, connect_ms: number, dispatcher?: Dispatcher) {
    this.#base = base
    this.#connect_ms = connect_ms
    this.#given = dispatcher
  }

  send(request: WireRequest): Promise<WireOutcome> {
    if (this.#closed) {
      return Promise.resolve({ type: "not_sent", cause: "connection", reason: "the client was closed" })
    }
    return new Promise((resolve) => {
      const exchange = new Exchange(resolve, this.#connect_ms, request)
      try {
        this.#dispatcher(request.local_address).dispatch(
          {
            origin: this.#base.origin,
            path: `${this.#base.prefix}${request.path}`,
            method: request.method,
            headers: {
              accept: "application/json",
              "user-agent": `medusa-payment-catalystpay/${VERSION}`,
              ...(request.bearer === null ? {} : { authorization: `Bearer ${request.bearer}` }),
              ...(request.body === null ? {} : { "content-type": "application/json" }),
            },
            body: request.body === null ? null : JSON.stringify(request.body),
          },
          exchange,
        )
      } catch (error) {
        exchange.fail(error)
      }
    })
  }

  /** Ends the connections, unless the dispatcher was given: then it is its owner's to close. */
  async close(): Promise<void> {
    this.#closed = this.#given === undefined
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()))
  }

  #dispatcher(local_address: string | null): Dispatcher {
    if (this.#given !== undefined) {
      return this.#given
    }
    const existing = this.#pools.get(local_address)
    if (existing !== undefined) {
      return existing
    }
    const pool = new Agent({
      ...(local_address === null ? {} : { localAddress: local_address }),
      connections: MAX_CONNECTIONS,
      // One request per connection at a time: what shares a connection also shares its end.
      pipelining: 1,
      connect: { timeout: this.#connect_ms },
      // An exchange's limits are exact and cover the whole answer; undici's are per chunk and coarse.
      headersTimeout: 0,
      bodyTimeout: 0,
    })
    this.#pools.set(local_address, pool)
    return pool
  }
}

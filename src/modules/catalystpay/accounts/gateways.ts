import type { Logger } from "@medusajs/framework/types"
import { CatalystPayClient, type CircuitView, type TurnKind } from "../../../gateway"
import type { KeyWatch } from "./key-watch"
import { accountSettings, type Gateway } from "../ledger-context"
import { GatewayTurns } from "../limits/gateway-turns"
import type { LimiterFactory } from "../limits/limiter"
import type { Settings } from "../options"

interface Parts {
  settings: () => Settings
  createLimiter: LimiterFactory
  keys: KeyWatch
  logger: Logger
}

/** A client for each account, made when it is needed first; those of one address wait for their turns in one queue. */
export class Gateways {
  private readonly parts: Parts
  private readonly clients = new Map<string, CatalystPayClient>()
  private readonly byAccount = new Map<string, Gateway>()
  private turns: GatewayTurns | null = null

  constructor(parts: Parts) {
    this.parts = parts
  }

  /** @throws CatalystPayError `account_unknown` */
  of(account: string): Gateway {
    const existing = this.byAccount.get(account)
    if (existing) {
      return existing
    }
    const { settings, createLimiter, keys, logger } = this.parts
    const { apiKey, apiUrl } = accountSettings(settings(), account)
    this.turns ??= new GatewayTurns(settings(), createLimiter, logger)
    const client = new CatalystPayClient({ apiKey, baseUrl: apiUrl, turns: this.turns.at(apiUrl) })
    this.clients.set(account, client)
    const gateway = keys.watch(account, client)
    this.byAccount.set(account, gateway)
    return gateway
  }

  /** Whether this process calls for the account at present; null before its first call. */
  circuitOf(account: string): CircuitView | null {
    return this.clients.get(account)?.circuit ?? null
  }

  /** How many calls of this process wait for their turn at the account's address. @throws CatalystPayError `account_unknown` */
  callsWaiting(account: string): Readonly<Record<TurnKind, number>> {
    const { apiUrl } = accountSettings(this.parts.settings(), account)
    return this.turns?.at(apiUrl).waiting ?? { pay: 0, verify: 0, get: 0 }
  }

  /** Waits for calls under way and ends the connections. */
  async close(): Promise<void> {
    await Promise.all([...this.clients.values()].map((client) => client.close()))
  }
}

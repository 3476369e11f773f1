import type { Logger } from "@medusajs/framework/types"
import { CatalystPayClient } from "../../gateway"
import type { KeyWatch } from "./key-watch"
import { accountSettings, type Gateway } from "./ledger-context"
import { GatewayTurns } from "./limits/gateway-turns"
import type { LimiterFactory } from "./limits/limiter"
import type { Settings } from "./options"

interface Parts {
  settings: () => Settings
  createLimiter: LimiterFactory
  keys: KeyWatch
  logger: Logger
}

/** A client for each account, made when it is needed first; those of one address wait for their turns in one queue. */
export class Gateways {
  private readonly parts: Parts
  private readonly clients: CatalystPayClient[] = []
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
    this.clients.push(client)
    const gateway = keys.watch(account, client)
    this.byAccount.set(account, gateway)
    return gateway
  }

  /** Waits for calls under way and ends the connections. */
  async close(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.close()))
  }
}

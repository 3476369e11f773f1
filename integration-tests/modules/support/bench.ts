import { randomUUID } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Sandbox } from "../../../sandbox"
import type { CatalystPayModuleService } from "../../../src/modules/catalystpay"
import type { BankAccountInput } from "../../../src/modules/catalystpay/checkout/bank-account"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import type { OpenDebit } from "../../../src/modules/catalystpay/checkout/opening"
import type { ScriptedGateway } from "./scripted-gateway"

export const WEBHOOK_SECRET = "whsec_modules"

/** The ledger with a real database and the sandbox over HTTP, and nothing else of Medusa. */
export interface Bench {
  /** Another one in every test. */
  readonly service: CatalystPayModuleService
  /** The tenant of the accounts "default" and "other". */
  sandbox: Sandbox
  /** The tenant of the account "stranger". */
  strangers: Sandbox
  /** What answers the account "scripted". */
  gateway: ScriptedGateway
  /** What was logged so far. */
  log: () => string
  knex: () => Knex
  /** The store after a restart with other keys: another ledger on the same database. Ended with the test. */
  restart: (change: Rotation) => CatalystPayModuleService
}

/** What is rotated of the account "default"; what is not named stays. */
export interface Rotation {
  encryptionKey?: string[]
  apiKey?: string
  webhookSecret?: string[]
}

export function purchase(change: Partial<OpenDebit> = {}): OpenDebit {
  const id = randomUUID()
  return {
    account: "default",
    payment_session_id: `payses_${id}`,
    payment_collection_id: `pay_col_${id}`,
    cart_id: `cart_${id}`,
    order_id: null,
    customer_id: null,
    lead: { first_name: "Max", last_name: "Mustermann", email: `max-${id}@example.com`, country: "DE" },
    amount: "29.99",
    currency_code: "eur",
    customer_ip: "203.0.113.7",
    ...change,
  }
}

export function bankAccount(iban: string): BankAccountInput {
  return {
    iban,
    iban_holder_name: "Max Mustermann",
    mandate: { accepted: true, locale: "en" },
    ip_address: "203.0.113.7",
    user_agent: "test",
  }
}

/** A debit whose IBAN is sealed and which waits for the shopper to press pay. */
export async function readyDebit(bench: Bench, iban: string, change: Partial<OpenDebit> = {}): Promise<DebitRecord> {
  const debit = await bench.service.open(purchase(change))
  return bench.service.attachBankAccount(debit, bankAccount(iban))
}

export function callsOf(bench: Bench, operation: string): number {
  return bench.sandbox.calls.filter((call) => call.operation === operation).length
}

import { randomUUID } from "node:crypto"
import { CatalystPayClient } from "../../../src/gateway"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import type { ReconciliationReport } from "../../../src/modules/catalystpay/reconciliation/report"
import type { RunView } from "../../../src/modules/catalystpay/reconciliation/run-record"
import { APPROVED } from "../../http/support/ibans"
import { DEFAULT_CAMPAIGN_ID } from "../../../sandbox"
import type { Bench } from "./bench"

/** The reconciliation on the bench's ledger, and what came of it. */
export function reconciliationOf(bench: Bench) {
  /** The debits that Medusa was to be brought in line with, in order. */
  const agreed: string[] = []
  const agree = async (id: string) => void agreed.push(id)

  async function now(debit: DebitRecord): Promise<DebitRecord> {
    return (await bench.service.findById(debit.id)) ?? debit
  }

  /** The newest first. */
  async function runs(): Promise<RunView[]> {
    const [found] = await bench.service.reconciliation.list({}, { limit: 100, offset: 0 })
    return found
  }

  /** What all runs together have counted under a name. */
  async function counted(name: keyof ReconciliationReport): Promise<number> {
    return (await runs()).reduce((sum, { report }) => sum + (report[name] ?? 0), 0)
  }

  /** How many transactions CatalystPay lists: those that it has not decided yet are left out. */
  const listed = () => bench.sandbox.transactions().filter(({ processed_at }) => processed_at !== null).length

  const read = (account = "default") => bench.service.reconciliation.readDue(account, agree)

  return { agreed, agree, now, runs, counted, listed, read }
}

/** Debits that another shop of the same tenant collects: this store knows nothing of them. */
export async function debitsOfAnotherShop(bench: Bench, count: number): Promise<void> {
  const { apiKey, apiUrl } = await bench.service.account("default")
  const client = new CatalystPayClient({ apiKey, baseUrl: apiUrl })
  for (let index = 0; index < count; index += 1) {
    const lead = { first_name: "Erika", last_name: "Mustermann", email: `erika-${randomUUID()}@example.com`, country: "DE" }
    const { session_token } = await client.createSession({ campaign_id: DEFAULT_CAMPAIGN_ID, lead })
    const tenant_reference_id = `other-shop-${randomUUID()}`
    await client.pay(session_token, { iban: APPROVED, iban_holder_name: "Erika Mustermann", tenant_reference_id })
  }
  await client.close()
}

/** A row of transactions as the API writes it. */
export function transactionRow(change: Record<string, unknown> = {}): Record<string, unknown> {
  const id = randomUUID()
  return {
    id,
    adapter_unique_id: `EMP-${id}`,
    merchant_transaction_id: `TXN-${id}`,
    transaction_id: id.replaceAll("-", ""),
    tenant_reference_id: null,
    status: "approved",
    type: "sdd_sale",
    amount: "29.99",
    currency: "EUR",
    date_processed: new Date().toISOString(),
    iban: "******************3000",
    bic: "COBADEFFXXX",
    customer_email_csv: null,
    customer_name_csv: "Max Mustermann",
    mandate_reference: null,
    ...change,
  }
}

export function pageOf(results: Record<string, unknown>[], next: string | null = null) {
  return { status: 200, body: { next, previous: null, results } }
}

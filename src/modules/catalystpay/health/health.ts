import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { GatewayError, mappingWith, WEBHOOK_SUBSCRIPTIONS } from "../../../gateway"
import { livemodeOf } from "../accounts/api-address"
import { DEBITS, toDate, type DebitRow } from "../debits/debit-rows"
import type { Gateways } from "../accounts/gateways"
import type { KeyWatch } from "../accounts/key-watch"
import { accountSettings, type LedgerContext } from "../ledger-context"
import type { Reconciliation } from "../reconciliation/reconciliation"
import { dayOf } from "../reconciliation/days"
import { countSeals } from "../debits/seals"
import type { SignatureWatch } from "../webhooks/signature-watch"
import { accountsOfTenant } from "../accounts/tenants"
import { keyId } from "../vault"
import type { WebhookSilence } from "../webhooks/webhook-silence"
import { credentialsOf, resultOf } from "./credentials"
import { latest } from "./latest"
import { reconciliationOf } from "./reconciled"
import { sealingKeysOf } from "./rotation"
import type {
  AccountHealth,
  AdminCatalystPayHealth,
  AdminCatalystPayHealthCheck,
  CallsHealth,
  CheckResult,
  CredentialsHealth,
  Environment,
  QueueHealth,
  WebhooksHealth,
} from "./types"
import { warningsOf } from "./warnings"
import { providersOf, webhookPath, webhookUrl } from "./wiring"

/** A merchant waits for it in front of a button. */
const CHECK_MS = 10_000

interface Parts {
  knex: () => Knex
  context: () => LedgerContext
  gateways: Gateways
  keys: KeyWatch
  silence: WebhookSilence
  signatures: () => SignatureWatch
  reconciliation: Reconciliation
  /** Medusa's configuration; undefined where the module is run by itself. */
  config: () => unknown
}

/** Whether each account's connection to CatalystPay is as it should be. Reading it asks CatalystPay nothing. */
export class Health {
  constructor(private readonly parts: Parts) {}

  async read(): Promise<AdminCatalystPayHealth> {
    const { settings, problems } = this.parts.context()
    const accounts: AccountHealth[] = []
    for (const account of Object.keys(settings.accounts)) {
      accounts.push(await this.of(account))
    }
    const sealing_keys = sealingKeysOf(settings.encryptionKey.map(keyId), await countSeals(this.parts.knex()))
    return { accounts, sealing_keys, open_problems: await problems.countOpen() }
  }

  /**
   * Asks CatalystPay for one row of its records, which changes nothing there, to hear whether it takes the account's key.
   * @throws CatalystPayError `account_unknown`
   */
  async check(account: string): Promise<AdminCatalystPayHealthCheck> {
    const check = await this.ask(account)
    return { account: await this.of(account), check }
  }

  private async ask(account: string): Promise<CheckResult> {
    const { gateway, now } = this.parts.context()
    const today = dayOf(now())
    const pages = gateway(account).transactionPages({ start_date: today, end_date: today, page_size: 1 }, { deadline_ms: CHECK_MS })
    try {
      await pages[Symbol.asyncIterator]().next()
      return { result: "accepted", detail: null }
    } catch (error) {
      if (!(error instanceof GatewayError)) {
        throw error
      }
      return resultOf(error)
    }
  }

  private async of(account: string): Promise<AccountHealth> {
    const { collect, campaignId, gatewayId, apiUrl } = accountSettings(this.parts.context().settings, account)
    const health = {
      account,
      provider_ids: providersOf(this.parts.config(), account),
      collect,
      environment: await this.environment(account, apiUrl),
      campaign: campaignId ?? null,
      gateway: gatewayId ?? null,
      api_url: apiUrl,
      credentials: await this.credentials(account),
      webhooks: await this.webhooks(account),
      queue: await this.queue(account),
      calls: this.calls(account),
      reconciliation: await this.reconciliation(account),
    }
    return { ...health, warnings: warningsOf(health) }
  }

  private async environment(account: string, apiUrl: string): Promise<Environment> {
    const livemode = livemodeOf(apiUrl) ?? (await this.newestLivemode(account))
    return livemode === null ? "unknown" : livemode ? "live" : "test"
  }

  private async newestLivemode(account: string): Promise<boolean | null> {
    const row = await this.parts
      .knex()<DebitRow>(DEBITS)
      .where({ account })
      .whereNotNull("livemode")
      .whereNull("deleted_at")
      .orderBy("created_at", "desc")
      .first<Pick<DebitRow, "livemode"> | undefined>("livemode")
    return row?.livemode ?? null
  }

  /** Accounts of one tenant have one key: what was heard of it by any of them holds for all. */
  private async credentials(account: string): Promise<CredentialsHealth> {
    const { settings, problems } = this.parts.context()
    const tenant = accountsOfTenant(settings, account)
    const open = await problems.listOpen({ code: "gateway_credentials_rejected" })
    return credentialsOf({
      accepted_at: latest(tenant.map((name) => this.parts.keys.lastAccepted(name))),
      rejected_at: latest(tenant.map((name) => this.parts.keys.lastRejected(name))),
      problem_at: latest(open.filter((problem) => tenant.includes(problem.account ?? "")).map(({ created_at }) => created_at)),
    })
  }

  private async webhooks(account: string): Promise<WebhooksHealth> {
    const { silence, signatures, config, context } = this.parts
    const { webhookSecret, fieldMap } = accountSettings(context().settings, account)
    return {
      url: webhookUrl(config(), account),
      path: webhookPath(account),
      last_seen_at: (await silence.lastOf(account))?.toISOString() ?? null,
      silent: await silence.isSilent(account),
      refused_signatures: await signatures().countOf(account),
      secrets: { current: 1, retiring: webhookSecret.length - 1 },
      events: WEBHOOK_SUBSCRIPTIONS,
      field_map: mappingWith(fieldMap ?? {}),
    }
  }

  private async queue(account: string): Promise<QueueHealth> {
    const [row] = await this.parts
      .knex()<DebitRow>(DEBITS)
      .where({ account, status: "queued" })
      .whereNull("deleted_at")
      .select<{ waiting: string; oldest: Date | null }[]>(
        this.parts.knex().raw("count(*) as waiting"),
        this.parts.knex().raw("min(queued_at) as oldest"),
      )
    return { waiting: Number(row?.waiting ?? 0), oldest_at: toDate(row?.oldest ?? null)?.toISOString() ?? null }
  }

  private calls(account: string): CallsHealth {
    const { gateways, context } = this.parts
    const circuit = gateways.circuitOf(account)
    return {
      breaker: circuit?.state ?? "closed",
      consecutive_failures: circuit?.consecutive_failures ?? 0,
      next_probe_at: circuit?.next_probe_at?.toISOString() ?? null,
      per_second: context().settings.callsPerSecond,
      waiting: gateways.callsWaiting(account),
    }
  }

  private async reconciliation(account: string) {
    const { reconciliation } = this.parts
    const readers = reconciliation.readers(account)
    const runs = await reconciliation.latest()
    return reconciliationOf(runs.filter((run) => readers.includes(run.account)))
  }
}

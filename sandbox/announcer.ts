import type { Ledger, Subject } from "./ledger"
import type { Attempt } from "./model"
import type { Switches } from "./switches"
import type { SandboxOptions } from "./types"
import { DEFAULT_MAPPINGS } from "./webhook-events"
import type { WebhookEventName, WebhookMapping } from "./webhook-events"
import { webhookPayload } from "./webhook-payload"
import { webhookVariables } from "./webhook-variables"
import type { WebhookDispatcher } from "./webhooks"
import { WholeIbans } from "./whole-ibans"

/** The order in which the events of an attempt are first sent; those of a subscription only where one begins. */
const DEFAULT_EVENTS: { approved: WebhookEventName[]; declined: WebhookEventName[] } = {
  approved: ["transaction.created", "order.created", "subscription.created", "payment_session.completed"],
  declined: ["transaction.created"],
}

type AnnouncerOptions = Pick<SandboxOptions, "webhookEvents" | "webhookMappings"> & {
  webhooks: WebhookDispatcher
  ledger: Ledger
  switches: Switches
}

/** Turns what happened into events, by the mappings in force at that moment. */
export class Announcer {
  private readonly ibans: WholeIbans
  private readonly mappings: Record<WebhookEventName, WebhookMapping>
  private readonly firstTries = new WeakMap<Attempt, Promise<void>>()

  constructor(private readonly options: AnnouncerOptions) {
    this.ibans = new WholeIbans(options.switches)
    this.mappings = { ...DEFAULT_MAPPINGS, ...options.webhookMappings }
  }

  submitted(attempt: Attempt, iban: string): void {
    this.ibans.keep(attempt, iban)
  }

  decided(subject: Subject): void {
    const { attempt } = subject.transaction
    const events = { ...DEFAULT_EVENTS, ...this.options.webhookEvents }
    const names = (attempt.outcome === "approved" ? events.approved : events.declined) ?? []
    const fitting = names.filter((name) => subject.subscription !== null || !name.startsWith("subscription."))
    this.firstTries.set(attempt, this.announce(fitting, subject))
  }

  /** Resolves when each event had its first try. */
  async announce(names: WebhookEventName[], subject: Subject): Promise<void> {
    const { ledger, switches, webhooks } = this.options
    const { attempt } = subject.transaction
    const variables = webhookVariables(subject, ledger, this.ibans.of(attempt))
    const events = names.map((name) => ({ name, payload: webhookPayload(variables, this.mappings[name], switches) }))
    await webhooks.enqueue(events, attempt)
  }

  /** Awaited between a decision and its answer: by default not at all, see the switch `webhook-timing`. */
  async beforeAnswer(attempt: Attempt): Promise<void> {
    if (this.options.switches["webhook-timing"] === "before-answer") {
      await this.firstTries.get(attempt)
    }
  }

  allMappings(): Record<WebhookEventName, WebhookMapping> {
    return structuredClone(this.mappings)
  }

  /** @param mapping null for the default one */
  setMapping(event: WebhookEventName, mapping: WebhookMapping | null): void {
    this.mappings[event] = { ...(mapping ?? DEFAULT_MAPPINGS[event]) }
  }
}

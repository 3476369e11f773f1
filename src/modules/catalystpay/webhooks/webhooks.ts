import { maskIbansDeep, parseWebhookEvent, type WebhookEvent } from "../../../gateway"
import { CatalystPayError, isCatalystPayError } from "../errors"
import type { Delivery, DeliveryFilter, DeliveryView, Inbox } from "./inbox"
import type { IncomingWebhook } from "./incoming-webhook"
import { accountSettings, type LedgerContext } from "../ledger-context"
import type { Page } from "../page"
import type { SignatureWatch } from "./signature-watch"
import { isAboutSomeDebit } from "./webhook-candidates"
import { applyWebhook, type WebhookVerdict } from "./webhook-news"
import type { WebhookOutcome } from "./webhook-outcomes"

type Content = Pick<Delivery, "account" | "event_name" | "payload">

interface Parts {
  context: () => LedgerContext
  inbox: Inbox
  signatures: () => SignatureWatch
}

/** What comes from CatalystPay by webhook: received, claimed, applied, and kept until it is done. */
export class Webhooks {
  private readonly context: () => LedgerContext
  private readonly inbox: Inbox
  private readonly signatures: () => SignatureWatch

  constructor({ context, inbox, signatures }: Parts) {
    this.context = context
    this.inbox = inbox
    this.signatures = signatures
  }

  /**
   * Checks a webhook's signature and writes it into the inbox.
   * @throws CatalystPayError `account_unknown`, `webhook_signature_invalid`, `webhook_not_json`, `webhook_too_large`
   */
  async receive(webhook: IncomingWebhook): Promise<{ id: string; is_new: boolean }> {
    const { webhookSecret } = accountSettings(this.context().settings, webhook.account)
    try {
      return await this.inbox.receive(webhook, webhookSecret)
    } catch (error) {
      if (isCatalystPayError(error) && error.code === "webhook_signature_invalid") {
        await this.signatures().count(webhook.account)
      }
      throw error
    }
  }

  /** Takes one delivery for processing; null when it is done or somebody else has it. */
  async claim(deliveryId: string): Promise<Delivery | null> {
    return this.inbox.claim(deliveryId)
  }

  /** Takes what is due, also from processes that died with it. */
  async claimDue(limit: number): Promise<Delivery[]> {
    return this.inbox.claimDue(limit)
  }

  /** What a claimed delivery means; the debit is moved, Medusa is not. */
  async apply(delivery: Content): Promise<WebhookVerdict> {
    return applyWebhook(this.context(), delivery.account, this.eventOf(delivery))
  }

  /** Problems are written first: a process that dies in between leaves the delivery to the next one, which finds them open. */
  async finish(delivery: Delivery, verdict: WebhookVerdict): Promise<void> {
    const { id, account, event_name } = delivery
    const { debit_id, outcome } = verdict
    const { problems } = this.context()
    if (!debit_id && isAboutSomeDebit(this.eventOf(delivery))) {
      await problems.open({ code: "event_unmatched", subject: id, account, details: { event: event_name } })
    }
    await this.inbox.finish(delivery, { status: debit_id ? "processed" : "ignored", outcome, debit_id })
    // Only one that did not succeed at its first try can have been given up, or be a replay.
    if (delivery.outcome !== null) {
      await problems.close("webhook_given_up", id)
      await (debit_id ? problems.close("event_unmatched", id) : undefined)
    }
  }

  /** @returns seconds until the next try, null when it was given up, "lost" when another process has it by now */
  async retry(delivery: Delivery, outcome: WebhookOutcome): Promise<number | null | "lost"> {
    const { id, account, event_name } = delivery
    if (this.inbox.isLastTry(delivery)) {
      const details = { event: event_name }
      await this.context().problems.open({ code: "webhook_given_up", subject: id, account, details })
    }
    return this.inbox.retryLater(delivery, outcome)
  }

  /**
   * Puts a delivery that was processed, ignored or given up back to the beginning; one that waits stays as it is.
   * @throws CatalystPayError `delivery_not_found`
   */
  async replay(deliveryId: string): Promise<void> {
    if (!(await this.inbox.reset(deliveryId))) {
      throw new CatalystPayError("delivery_not_found", { developer: "There is no such webhook delivery." })
    }
  }

  async find(deliveryId: string): Promise<DeliveryView | null> {
    return this.inbox.find(deliveryId)
  }

  /** The inbox, newest first, and how many there are in all. */
  async list(filter: DeliveryFilter, page: Page): Promise<[DeliveryView[], number]> {
    return this.inbox.list(filter, page)
  }

  private eventOf({ account, event_name, payload }: Content): WebhookEvent {
    const { fieldMap } = accountSettings(this.context().settings, account)
    // The inbox masks before it stores; what Medusa's own hook hands over did not pass it.
    return parseWebhookEvent(event_name, maskIbansDeep(payload), fieldMap)
  }
}

import { setTimeout as sleep } from "node:timers/promises"
import { Agent, request } from "undici"
import { canonicalJson, sign } from "./canonical-json"
import type { JsonValue } from "./canonical-json"
import type { DeliveryRecord, SandboxOptions, WebhookEventName, WebhookTarget } from "./types"

/** The receiver has this long to answer; the documentation gives no figure. */
const TIMEOUT_MS = 10_000

export type WebhookEvent = { name: WebhookEventName; payload: { [key: string]: JsonValue } }

type Queued = WebhookEvent & { tries: number }

type DispatcherOptions = Required<
  Pick<SandboxOptions, "webhookRetryDelaysMs" | "webhookDelayMs" | "webhookBodyFormat" | "clock" | "log">
>

/**
 * Delivers events. Events of one batch have their first tries one after the other; a failed try is repeated in the
 * background, so that a receiver that is down for one event does not keep the next one back.
 */
export class WebhookDispatcher {
  readonly deliveries: DeliveryRecord[] = []
  private target: WebhookTarget | null = null
  private held: Queued[][] | null = null
  private last: Queued | null = null
  private underWay = 0
  private waiters: (() => void)[] = []
  private readonly closing = new AbortController()
  private readonly agent = new Agent()

  constructor(private readonly options: DispatcherOptions) {}

  setTarget(target: WebhookTarget | null): void {
    this.target = target && { url: new URL(target.url).href, secret: target.secret }
  }

  enqueue(events: WebhookEvent[]): void {
    const batch = events.map((event) => ({ ...event, tries: 0 }))
    if (this.held) {
      this.held.push(batch)
    } else {
      void this.track(this.firstTries(batch))
    }
  }

  hold(): void {
    this.held ??= []
  }

  async release(): Promise<void> {
    const batches = this.held ?? []
    this.held = null
    await this.track(this.firstTries(batches.flat()))
  }

  async resend(times: number): Promise<void> {
    const event = this.last
    if (!event) {
      throw new Error("No webhook was delivered yet, so there is none to send again.")
    }
    await this.track(Promise.all(Array.from({ length: times }, () => this.deliver(event))))
  }

  async settled(): Promise<void> {
    while (this.underWay > 0) {
      await new Promise<void>((resolve) => this.waiters.push(resolve))
    }
  }

  async close(): Promise<void> {
    this.held = null
    this.closing.abort()
    await this.settled()
    await this.agent.destroy()
  }

  private async firstTries(events: Queued[]): Promise<void> {
    for (const event of events) {
      await this.tryAndRepeat(event, 0)
    }
  }

  private async tryAndRepeat(event: Queued, index: number): Promise<void> {
    const delay = this.options.webhookRetryDelaysMs[index]
    if (delay === undefined) {
      return
    }
    await this.pause(index === 0 ? delay + this.options.webhookDelayMs : delay)
    if (!(await this.deliver(event))) {
      void this.track(this.tryAndRepeat(event, index + 1))
    }
  }

  /** One try; false when it has to be repeated. */
  private async deliver(event: Queued): Promise<boolean> {
    const target = this.target
    if (!target || this.closing.signal.aborted) {
      return true
    }
    event.tries += 1
    this.last = event
    const record: DeliveryRecord = {
      event: event.name,
      url: target.url,
      status: null,
      attempt: event.tries,
      body: this.body(event.payload),
      signature: sign(event.payload, target.secret),
      at: this.options.clock().toISOString(),
    }
    this.deliveries.push(record)
    record.status = await this.post(record)
    this.options.log(`webhook ${event.name}, try ${record.attempt}: ${record.status ?? "no answer"}`)
    return record.status !== null && record.status >= 200 && record.status < 300
  }

  private async post(record: DeliveryRecord): Promise<number | null> {
    try {
      const answer = await request(record.url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "user-agent": "CatalystPay-Webhook/1.0",
          "x-catalystpay-event": record.event,
          "x-catalystpay-signature": record.signature,
        },
        body: record.body,
        dispatcher: this.agent,
        signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      })
      await answer.body.dump()
      return answer.statusCode
    } catch {
      return null
    }
  }

  private body(payload: { [key: string]: JsonValue }): string {
    return this.options.webhookBodyFormat === "pretty" ? JSON.stringify(payload, null, 2) : canonicalJson(payload)
  }

  private async pause(milliseconds: number): Promise<void> {
    if (milliseconds > 0) {
      await sleep(milliseconds, undefined, { signal: this.closing.signal }).catch(() => undefined)
    }
  }

  private async track(work: Promise<unknown>): Promise<void> {
    this.underWay += 1
    try {
      await work
    } finally {
      this.underWay -= 1
      if (this.underWay === 0) {
        this.waiters.splice(0).forEach((resolve) => resolve())
      }
    }
  }
}

import { randomInt } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { Agent, request } from "undici"
import { ApiError } from "./api-error"
import type { Switches } from "./switches"
import type { DeliveryRecord, ReleaseOrder, ResendRequest, SandboxOptions, WebhookTarget } from "./types"
import type { WebhookEventName } from "./webhook-events"
import type { Payload } from "./webhook-payload"
import { wireForm } from "./webhook-wire"

/** The receiver has this long to answer; the documentation gives no figure. */
const TIMEOUT_MS = 10_000

const COPIES = { once: 1, thrice: 3 } as const

export type WebhookEvent = { name: WebhookEventName; payload: Payload }

type Queued = WebhookEvent & { tries: number }

type DispatcherOptions = Required<Pick<SandboxOptions, "webhookRetryDelaysMs" | "webhookDelayMs" | "log">> & {
  clock: () => Date
  switches: Switches
}

/**
 * Delivers events. Events of one attempt have their first tries one after the other; a failed try is repeated in the
 * background, so that a receiver that is down for one event does not keep the next one back.
 */
export class WebhookDispatcher {
  readonly deliveries: DeliveryRecord[] = []
  /** What was delivered, by its index in `deliveries`. */
  private readonly delivered: Queued[] = []
  private target: WebhookTarget | null = null
  private held: Queued[] | null = null
  private readonly lastBatches = new WeakMap<object, Promise<void>>()
  private underWay = 0
  private waiters: (() => void)[] = []
  private readonly closing = new AbortController()
  private readonly agent = new Agent()

  constructor(private readonly options: DispatcherOptions) {}

  /** Holds for every try from now on, those of events that wait for a repetition included. */
  setTarget(target: WebhookTarget | null): void {
    this.target = target && { url: new URL(target.url).href, secret: target.secret }
  }

  /**
   * Resolves when each event had its first try; at once while events are held.
   * @param about what the events tell of: those of one thing keep their order, whenever they were queued
   */
  async enqueue(events: WebhookEvent[], about: object): Promise<void> {
    const queued = events.map((event) => ({ ...event, tries: 0 }))
    const batch = this.options.switches["webhook-order"] === "reversed" ? queued.reverse() : queued
    if (this.held) {
      this.held.push(...batch)
      return
    }
    const earlier = this.lastBatches.get(about) ?? Promise.resolve()
    const work = earlier.then(() => this.firstTries(batch))
    this.lastBatches.set(about, work)
    await this.track(work)
  }

  hold(): void {
    this.held ??= []
  }

  async release(order: ReleaseOrder): Promise<void> {
    const events = this.held ?? []
    this.held = null
    await this.track(this.firstTries(arranged(events, order)))
  }

  /** @throws ApiError 404 when there is no such delivery, 409 when nothing was delivered yet */
  async resend({ times = 1, event: name, deliveryId }: ResendRequest): Promise<void> {
    const event = this.find(name, deliveryId)
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

  private find(name: WebhookEventName | undefined, deliveryId: number | undefined): Queued {
    if (deliveryId !== undefined) {
      const event = this.delivered[deliveryId - 1]
      if (!event || (name !== undefined && event.name !== name)) {
        throw new ApiError(404, `There is no delivery ${deliveryId}${name === undefined ? "" : ` of ${name}`}.`)
      }
      return event
    }
    const event = this.delivered.findLast((candidate) => name === undefined || candidate.name === name)
    if (!event) {
      throw new ApiError(409, `No ${name ?? "webhook"} was delivered yet, so there is none to send again.`)
    }
    return event
  }

  private async firstTries(events: Queued[]): Promise<void> {
    for (const event of events) {
      await this.tryAndRepeat(event, 0)
    }
  }

  private async tryAndRepeat(event: Queued, index: number): Promise<void> {
    const { switches, webhookRetryDelaysMs, webhookDelayMs } = this.options
    const delay = webhookRetryDelaysMs[index]
    if (delay === undefined || (index > 0 && switches["webhook-retries"] === "once")) {
      return
    }
    await this.pause(index === 0 ? delay + webhookDelayMs : delay)
    const copies = index === 0 ? COPIES[switches["webhook-duplicates"]] : 1
    const taken = await Promise.all(Array.from({ length: copies }, () => this.deliver(event)))
    if (!taken.includes(true)) {
      void this.track(this.tryAndRepeat(event, index + 1))
    }
  }

  /** One try; false when it has to be repeated. */
  private async deliver(event: Queued): Promise<boolean> {
    const { target } = this
    if (!target || this.closing.signal.aborted) {
      return true
    }
    event.tries += 1
    const record: DeliveryRecord = {
      id: this.delivered.push(event),
      event: event.name,
      ...wireForm(event.payload, target, this.options.switches),
      status: null,
      attempt: event.tries,
      at: this.options.clock().toISOString(),
    }
    this.deliveries.push(record)
    record.status = await this.send(record)
    this.options.log(`webhook ${event.name}, try ${record.attempt}: ${record.status ?? "no answer"}`)
    return record.status !== null && record.status >= 200 && record.status < 300
  }

  private async send({ method, url, event, signature, body }: DeliveryRecord): Promise<number | null> {
    try {
      const answer = await request(url, {
        method,
        headers: {
          "content-type": "application/json",
          "user-agent": "CatalystPay-Webhook/1.0",
          "x-catalystpay-event": event,
          "x-catalystpay-signature": signature,
        },
        body: method === "POST" ? body : undefined,
        dispatcher: this.agent,
        signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      })
      await answer.body.dump()
      return answer.statusCode
    } catch {
      return null
    }
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

function arranged(events: Queued[], order: ReleaseOrder): Queued[] {
  switch (order) {
    case "in-order":
      return events
    case "reversed":
      return events.toReversed()
    case "shuffled":
      return shuffled(events)
  }
}

/** Sattolo's algorithm: nothing keeps its place, so that two events are never "shuffled" into their own order. */
function shuffled(events: Queued[]): Queued[] {
  const result = [...events]
  for (let index = result.length - 1; index > 0; index--) {
    const other = randomInt(index)
    const [left, right] = [result[other], result[index]]
    if (left && right) {
      result[other] = right
      result[index] = left
    }
  }
  return result
}

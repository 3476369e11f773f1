import { setTimeout as sleep } from "node:timers/promises"
import { placedAnswer, type PaymentSessionAnswer } from "../../http/support/answers"
import type { Answer } from "../../http/support/http-client"
import type { Ending } from "../agreement/facts"
import { stayForOrder } from "./order-page"
import type { Scenario } from "./scenarios"
import { GaveUp, isOver, shown, Till, type Customer } from "./till"

const MOST_ROUNDS = 10
const LEAVES_WITHIN_MS = 2_000

/** What a checkout happens among. */
export interface Surroundings extends Customer {
  variant_id: string
  /** A server's address, another one each time. */
  anyServer(): string
  publishable_key: string
}

/** One shopper's visit, from the empty cart to whatever comes of it. Never throws. */
export async function checkOut(scenario: Scenario, around: Surroundings): Promise<Ending> {
  try {
    return await new Visit(scenario, around).run()
  } catch (error) {
    return { kind: "gave_up", why: error instanceof Error ? error.message : String(error) }
  }
}

class Visit {
  private readonly till: Till

  constructor(
    private readonly scenario: Scenario,
    private readonly around: Surroundings,
  ) {
    this.till = new Till(scenario, around)
  }

  async run(): Promise<Ending> {
    const { shopper, dice, variant_id } = this.around
    await shopper.fillCart({ items: [{ variant_id, quantity: dice.between(1, 5) }] })
    await shopper.openCollection()
    await this.till.openSession()
    await this.till.giveAccount()
    switch (this.scenario) {
      case "never presses pay":
        return { kind: "left" }
      case "leaves after pressing pay":
        return this.pressAndLeave()
      case "pay pressed twice":
        return this.follow(await this.pressTwice())
      case "approved":
      case "declined, then approved":
      case "signs the mandate":
      case "answer lost":
      case "answer is a 500":
      case "no answer at all":
      case "slow bank":
      case "declined for good":
        return this.follow(await shopper.complete())
    }
  }

  /** Goes on as a storefront does, by what the store answers, until there is an order or no way to one. */
  private async follow(first: Answer): Promise<Ending> {
    const { shopper } = this.around
    let answer = first
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const placed = placedAnswer.safeParse(answer.body)
      if (placed.success) {
        return stayForOrder(placed.data.order.id, this.scenario, shopper, this.till)
      }
      const session = await this.liveSession()
      if (this.scenario === "declined for good" && session && isOver(session)) {
        return { kind: "declined" }
      }
      await this.goOn(session)
      answer = await shopper.complete()
    }
    throw new GaveUp(`after ${MOST_ROUNDS} presses of pay: ${shown(answer)}`)
  }

  private async goOn(session: PaymentSessionAnswer | undefined): Promise<void> {
    if (!session || isOver(session)) {
      await this.till.openSession()
      await this.till.giveAccount()
      return
    }
    const { status, verification_url } = session.data
    if (status === "awaiting_verification" && verification_url) {
      await this.till.sign(verification_url)
    } else if (status === "declined" || status === "opened") {
      await this.till.giveAccount()
    } else {
      await sleep(1_000)
    }
  }

  private async pressTwice(): Promise<Answer> {
    const { shopper } = this.around
    const [one, other] = await Promise.all([shopper.complete(), shopper.complete()])
    return placedAnswer.safeParse(one.body).success ? one : other
  }

  /** The browser is closed while the store is at work, or before the press of pay gets there. */
  private async pressAndLeave(): Promise<Ending> {
    const { shopper, dice, publishable_key } = this.around
    await fetch(`${this.around.anyServer()}/store/carts/${shopper.cartId}/complete`, {
      method: "POST",
      headers: { "x-publishable-api-key": publishable_key },
      signal: AbortSignal.timeout(dice.between(0, LEAVES_WITHIN_MS)),
    }).catch(() => undefined)
    return { kind: "left" }
  }

  private async liveSession(): Promise<PaymentSessionAnswer | undefined> {
    const { shopper } = this.around
    const sessions = await shopper.sessions()
    const session = sessions.find(({ status }) => status !== "error") ?? sessions[0]
    shopper.sessionId = session?.id ?? shopper.sessionId
    return session
  }
}

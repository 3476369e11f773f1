import { setTimeout as sleep } from "node:timers/promises"
import { signMandate } from "../../../demo/checkout/sign-mandate"
import { placedAnswer, type PaymentSessionAnswer } from "../../http/support/answers"
import type { Answer } from "../../http/support/http-client"
import type { Shopper } from "../../http/support/shopper"
import type { Ending } from "../agreement/facts"
import type { Dice } from "../dice"
import { codeOf } from "./patience"
import { GOOD_IBANS, IBANS, type Scenario } from "./scenarios"

const MOST_ROUNDS = 10
const LEAVES_WITHIN_MS = 2_000

/** What a checkout happens among. */
export interface Surroundings {
  shopper: Shopper
  dice: Dice
  variant_id: string
  /** A server's address, another one each time. */
  anyServer(): string
  publishable_key: string
  /** The merchant ends, in CatalystPay's admin panel, the shopper's session that the store does not know. */
  endForeignSession(email: string): Promise<void>
}

class GaveUp extends Error {}

/** One shopper's visit, from the empty cart to whatever comes of it. Never throws. */
export async function checkOut(scenario: Scenario, around: Surroundings): Promise<Ending> {
  try {
    return await new Visit(scenario, around).run()
  } catch (error) {
    return { kind: "gave_up", why: error instanceof Error ? error.message : String(error) }
  }
}

class Visit {
  private readonly ibans: string[]

  constructor(
    private readonly scenario: Scenario,
    private readonly around: Surroundings,
  ) {
    this.ibans = ibansOf(scenario, around.dice)
  }

  async run(): Promise<Ending> {
    const { shopper, dice, variant_id } = this.around
    await shopper.fillCart({ items: [{ variant_id, quantity: dice.between(1, 5) }] })
    await shopper.openCollection()
    await this.openSession()
    await this.giveAccount()
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
    let answer = first
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const placed = placedAnswer.safeParse(answer.body)
      if (placed.success) {
        return { kind: "ordered", order_id: placed.data.order.id }
      }
      const session = await this.liveSession()
      if (this.scenario === "declined for good" && isOver(session)) {
        return { kind: "declined" }
      }
      await this.goOn(session)
      answer = await this.around.shopper.complete()
    }
    throw new GaveUp(`after ${MOST_ROUNDS} presses of pay: ${shown(answer)}`)
  }

  private async goOn(session: PaymentSessionAnswer | undefined): Promise<void> {
    const { shopper } = this.around
    if (!session || isOver(session)) {
      await this.openSession()
      await this.giveAccount()
      return
    }
    const { status, verification_url } = session.data
    if (status === "awaiting_verification" && verification_url) {
      await shopper.returnFromVerification(await signed(verification_url))
    } else if (status === "declined" || status === "opened") {
      await this.giveAccount()
    } else {
      await sleep(1_000)
    }
  }

  private async openSession(): Promise<void> {
    const { shopper } = this.around
    let answer: Answer = { status: 0, body: null }
    for (let tries = 0; tries < MOST_ROUNDS; tries += 1) {
      answer = await shopper.openSession()
      if (answer.status === 200) {
        return
      }
      if (codeOf(answer.body) === "lead_conflict") {
        await this.around.endForeignSession(shopper.email)
      } else {
        await sleep(1_000)
      }
    }
    throw new GaveUp(`no payment session: ${shown(answer)}`)
  }

  private async giveAccount(): Promise<void> {
    const { shopper, dice } = this.around
    const iban = this.ibans.shift() ?? dice.pick(GOOD_IBANS)
    const checked = await shopper.call("POST", "/store/catalystpay/iban", { iban, payment_session_id: shopper.sessionId })
    await shopper.mandate("de")
    const given = await shopper.giveBankAccount(iban)
    if (given.status !== 200) {
      throw new GaveUp(`no bank account (checked with ${checked.status}): ${shown(given)}`)
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

function ibansOf(scenario: Scenario, dice: Dice): string[] {
  switch (scenario) {
    case "declined, then approved":
      return [IBANS.declined]
    case "signs the mandate":
      return [IBANS.awaiting]
    case "answer lost":
      return [IBANS.lost_answer]
    case "answer is a 500":
      return [IBANS.server_error]
    case "no answer at all":
      return [IBANS.hang]
    case "slow bank":
      return [IBANS.slow]
    case "declined for good":
      return [IBANS.hard_decline]
    case "approved":
    case "pay pressed twice":
    case "leaves after pressing pay":
    case "never presses pay":
      return [dice.pick(GOOD_IBANS)]
  }
}

/** Nothing can be paid by it any more. */
function isOver(session: PaymentSessionAnswer | undefined): boolean {
  const { status, retry_allowed } = session?.data ?? {}
  return session?.status === "error" || ["failed", "cancelled", "superseded"].includes(status ?? "") || (status === "declined" && retry_allowed === false)
}

/** The bank's page takes a signature once; a shopper who comes again has signed. */
async function signed(url: string): Promise<string | undefined> {
  return signMandate(url).catch(() => undefined)
}

/** Enough to see what is wrong, and no personal data. */
function shown({ status, body }: Answer): string {
  const { type, code, message } = { type: undefined, code: undefined, message: undefined, ...(typeof body === "object" ? body : {}) }
  return JSON.stringify({ status, type, code, message })
}

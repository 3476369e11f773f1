import { setTimeout as sleep } from "node:timers/promises"
import { signMandate } from "../../../demo/checkout/sign-mandate"
import type { PaymentSessionAnswer } from "../../http/support/answers"
import type { Answer } from "../../http/support/http-client"
import type { Shopper } from "../../http/support/shopper"
import type { Dice } from "../dice"
import { codeOf } from "./patience"
import { GOOD_IBANS, ibansOf, type Scenario } from "./scenarios"

const MOST_TRIES = 10

/** Everything was tried, in vain. */
export class GaveUp extends Error {}

export interface Customer {
  shopper: Shopper
  dice: Dice
  /** The merchant ends, in CatalystPay's admin panel, the shopper's session that the store does not know. */
  endForeignSession(email: string): Promise<void>
}

/** What a shopper does to pay, for a cart or for an order that stands: the steps that the storefront kit has. */
export class Till {
  private readonly ibans: string[]

  constructor(
    scenario: Scenario,
    private readonly customer: Customer,
  ) {
    this.ibans = ibansOf(scenario, customer.dice)
  }

  /** Shows the payment form. @throws GaveUp */
  async openSession(): Promise<void> {
    const { shopper } = this.customer
    let answer: Answer = { status: 0, body: null }
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      answer = await shopper.openSession()
      if (answer.status === 200) {
        return
      }
      if (codeOf(answer.body) === "lead_conflict") {
        await this.customer.endForeignSession(shopper.email)
      } else {
        await sleep(1_000)
      }
    }
    throw new GaveUp(`no payment session: ${shown(answer)}`)
  }

  /** Types the next IBAN, reads the mandate and accepts it. @throws GaveUp */
  async giveAccount(): Promise<void> {
    const { shopper, dice } = this.customer
    const iban = this.ibans.shift() ?? dice.pick(GOOD_IBANS)
    const checked = await shopper.call("POST", "/store/catalystpay/iban", { iban, payment_session_id: shopper.sessionId })
    await shopper.mandate("de")
    const given = await shopper.giveBankAccount(iban)
    // An earlier press of pay, whose answer was lost, is at the bank: what became of it is looked at next.
    if (given.status !== 200 && codeOf(given.body) !== "payment_in_progress") {
      throw new GaveUp(`no bank account (checked with ${checked.status}): ${shown(given)}`)
    }
  }

  /** Signs on the bank's page and comes back. The page takes a signature once; a shopper who comes again has signed. */
  async sign(verificationUrl: string): Promise<void> {
    const verificationId = await signMandate(verificationUrl).catch(() => undefined)
    await this.customer.shopper.returnFromVerification(verificationId)
  }
}

/** Nothing can be paid by it any more. */
export function isOver({ status, data }: PaymentSessionAnswer): boolean {
  const hasEnded = ["failed", "cancelled", "superseded"].includes(data.status ?? "")
  return status === "error" || hasEnded || (data.status === "declined" && data.retry_allowed === false)
}

/** Enough to see what is wrong, and no personal data. */
export function shown({ status, body }: Answer): string {
  const { type, code, message } = { type: undefined, code: undefined, message: undefined, ...(typeof body === "object" ? body : {}) }
  return JSON.stringify({ status, type, code, message })
}

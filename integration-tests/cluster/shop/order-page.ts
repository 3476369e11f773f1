import { setTimeout as sleep } from "node:timers/promises"
import type { PaymentSessionAnswer } from "../../http/support/answers"
import type { Shopper } from "../../http/support/shopper"
import type { Ending } from "../agreement/facts"
import type { Scenario } from "./scenarios"
import { GaveUp, isOver, type Till } from "./till"

/** For as long as the storefront kit looks whether a debit that is pending was decided. */
const STAYS_MS = 8 * 60_000
const LOOK_EVERY_MS = 2_000

/** The bank has not answered: nobody has to do anything, and nobody must pay again. */
const PENDING: ReadonlySet<string> = new Set(["queued", "submitting"])
const IN_FLIGHT: ReadonlySet<string> = new Set([...PENDING, "awaiting_verification"])

/**
 * What the shopper does on the page of an order that stands: waits for the bank, signs, or pays it when its debit failed,
 * which a server that died while it placed the order leaves to the page. Completing the cart does nothing any more.
 * @throws GaveUp
 */
export async function stayForOrder(orderId: string, scenario: Scenario, shopper: Shopper, till: Till): Promise<Ending> {
  const until = Date.now() + STAYS_MS
  const page = new OrderPage(shopper, till)
  let state = "no payment session"
  while (Date.now() < until) {
    const { payment_collections } = await shopper.order(orderId)
    const session = newsworthy(payment_collections.flatMap(({ payment_sessions }) => payment_sessions))
    state = session?.data.status ?? state
    if (state === "approved") {
      return { kind: "ordered", order_id: orderId }
    }
    if (scenario === "declined for good" && session && isOver(session)) {
      return { kind: "declined" }
    }
    await page.actOn(session)
  }
  if (PENDING.has(state)) {
    return { kind: "ordered", order_id: orderId }
  }
  throw new GaveUp(`the order ${orderId} stands and is not paid: its last debit is ${state}`)
}

class OrderPage {
  /** Sessions whose pay was pressed here: one that had no effect, for want of an answer, is pressed again. */
  private readonly pressed = new Set<string>()

  constructor(
    private readonly shopper: Shopper,
    private readonly till: Till,
  ) {}

  async actOn(session: PaymentSessionAnswer | undefined): Promise<void> {
    const { status, verification_url } = session?.data ?? {}
    if (!session || PENDING.has(status ?? "") || (status === "ready" && !this.pressed.has(session.id))) {
      await sleep(LOOK_EVERY_MS)
      return
    }
    this.shopper.sessionId = session.id
    if (status === "awaiting_verification") {
      await (verification_url ? this.till.sign(verification_url) : sleep(LOOK_EVERY_MS))
      return
    }
    if (isOver(session)) {
      await this.till.openSession()
    }
    if (status !== "ready" || isOver(session)) {
      await this.till.giveAccount()
    }
    // Whatever it answers, the order shows: a decline, an outcome that is unknown, or that something else pays for it.
    this.pressed.add(this.shopper.sessionId)
    const { status: answered } = await this.shopper.authorize()
    if (answered !== 200) {
      await sleep(LOOK_EVERY_MS)
    }
  }
}

/** What is under way before what was approved, and both before what can be paid with: as the storefront kit reads them. */
function newsworthy(sessions: readonly PaymentSessionAnswer[]): PaymentSessionAnswer | undefined {
  return (
    sessions.find(({ data }) => IN_FLIGHT.has(data.status ?? "")) ??
    sessions.find(({ data }) => data.status === "approved") ??
    sessions.find((session) => !isOver(session)) ??
    sessions.at(-1)
  )
}

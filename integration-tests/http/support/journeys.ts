import { z } from "zod"
import { placedAnswer } from "./answers"
import { eventually } from "./eventually"
import { APPROVED, AWAITING, DECLINED, HARD_DECLINE } from "./ibans"
import type { Shop } from "./shop-suite"
import type { Shopper } from "./shopper"

/** How a shopper's way ended: the order's payment status, or why there is no order. */
export type Ending = string

export type Journey = (shop: Shop) => Promise<Ending>

const refusal = z.union([
  z.object({ type: z.literal("cart"), error: z.object({ type: z.string() }) }).transform(({ error }) => error.type),
  z.object({ code: z.string() }).transform(({ code }) => code),
])

/** The shopper's ways through the checkout that a switch of the sandbox might lead elsewhere. */
export const JOURNEYS = {
  "is approved": async (shop) => pay(await shopperAtPayment(shop), APPROVED),

  "is declined, and pays from another account": async (shop) => {
    const shopper = await shopperAtPayment(shop)
    const declined = await press(shopper, DECLINED)
    return declined.order ? "approved at once" : pay(shopper, APPROVED)
  },

  "is declined for good, and starts again": async (shop) => {
    const shopper = await shopperAtPayment(shop)
    const declined = await press(shopper, HARD_DECLINE)
    if (declined.order) {
      return "approved at once"
    }
    const reopened = await shopper.openSession()
    return reopened.status === 200 ? pay(shopper, APPROVED) : refusal.parse(reopened.body)
  },

  "signs the mandate": async (shop) => {
    const shopper = await shopperAtPayment(shop)
    await decideMandate(shopper, "sign")
    return complete(shopper)
  },

  "refuses the mandate, and pays from another account": async (shop) => {
    const shopper = await shopperAtPayment(shop)
    await decideMandate(shopper, "refuse")
    const refused = await press(shopper)
    return refused.order ? "approved although refused" : pay(shopper, APPROVED)
  },

  "changes the cart before paying": async (shop) => {
    const shopper = await shopperAtPayment(shop)
    await shopper.addItem()
    const reopened = await shopper.openSession()
    return reopened.status === 200 ? pay(shopper, APPROVED) : refusal.parse(reopened.body)
  },

  "comes back for a second order": async (shop) => {
    const first = await shopperAtPayment(shop)
    const ending = await pay(first, APPROVED)
    if (ending !== "captured") {
      return `first order: ${ending}`
    }
    const second = shop.newShopper()
    await second.fillCart({ email: first.email })
    await second.openCollection()
    const opened = await second.openSession()
    return opened.status === 200 ? pay(second, APPROVED) : refusal.parse(opened.body)
  },
} satisfies Record<string, Journey>

export type JourneyName = keyof typeof JOURNEYS

class NoSession extends Error {}

async function shopperAtPayment(shop: Shop): Promise<Shopper> {
  const shopper = shop.newShopper()
  await shopper.fillCart()
  await shopper.openCollection()
  const opened = await shopper.openSession()
  if (opened.status !== 200) {
    throw new NoSession(refusal.parse(opened.body))
  }
  return shopper
}

/** Gives the bank account, where there is one to give, and presses pay. */
async function press(shopper: Shopper, iban?: string): Promise<{ order: string | null; refusal: string | null }> {
  if (iban !== undefined) {
    const given = await shopper.giveBankAccount(iban)
    if (given.status !== 200) {
      return { order: null, refusal: refusal.parse(given.body) }
    }
  }
  const { body } = await shopper.complete()
  const placed = placedAnswer.safeParse(body)
  return placed.success
    ? { order: placed.data.order.id, refusal: null }
    : { order: null, refusal: refusal.parse(body) }
}

async function pay(shopper: Shopper, iban: string): Promise<Ending> {
  return ending(shopper, await press(shopper, iban))
}

async function complete(shopper: Shopper): Promise<Ending> {
  return ending(shopper, await press(shopper))
}

async function ending(shopper: Shopper, { order, refusal }: Awaited<ReturnType<typeof press>>): Promise<Ending> {
  if (order === null) {
    return refusal ?? "no order"
  }
  const statusOf = async () => (await shopper.order(order)).payment_status
  return eventually(statusOf, (status) => status === "captured").catch(statusOf)
}

async function decideMandate(shopper: Shopper, decision: "sign" | "refuse"): Promise<void> {
  await press(shopper, AWAITING)
  const { data } = await shopper.session()
  const page = data.verification_url
  if (page) {
    const answer = await fetch(page, { method: "POST", body: new URLSearchParams({ decision }), redirect: "manual" })
    const back = answer.headers.get("location")
    const id = back ? new URL(back).searchParams.get("verification_id") : null
    await shopper.returnFromVerification(id ?? undefined)
  }
}

/** Walks a journey; a payment that could not even be opened is an ending, too. */
export async function walk(shop: Shop, name: JourneyName): Promise<Ending> {
  try {
    return await JOURNEYS[name](shop)
  } catch (error) {
    if (error instanceof NoSession) {
      return error.message
    }
    throw error
  }
}

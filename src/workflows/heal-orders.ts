import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, PaymentSessionStatus } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import { isDueForCapture } from "../modules/catalystpay/checkout/capture-policy"
import type { DebitRecord } from "../modules/catalystpay/debits/debit-record"
import { isReplaced } from "../modules/catalystpay/debit-state"
import { textOf } from "../modules/catalystpay/error-text"
import { isAtRest } from "../modules/catalystpay/upkeep/healing"
import type { ProblemCode } from "../modules/catalystpay/problems/problem-codes"
import { agreeWithLedger } from "./agreement"
import { closeUnlinkedOrders, reportUnlinkedOrders } from "./unlinked-orders"

const PAGE = 500
const MOST_PAGES = 20
/** After a pause in which nobody looked there may be more. */
const MOST_PAGES_AT_FIRST = 200
/** The ledgers, one in a process, of which all that happened before it began was looked at. */
const caughtUp = new WeakSet<CatalystPayModuleService>()

/** Problems that end by something that happens in Medusa, or to a debit's money, and that nobody reports here. */
const CLOSED_BY_COMPARING: ProblemCode[] = [
  "order_without_debit",
  "debit_without_order",
  "canceled_order_keeps_money",
  "amount_mismatch",
]

const links = z.array(
  z.object({
    payment_collection_id: z.string(),
    order: z.object({ transactions: z.array(z.object({ reference_id: z.string().nullish() })).nullish() }).nullish(),
  }),
)
const sessions = z.array(
  z.object({
    id: z.string(),
    status: z.string(),
    payment: z
      .object({ canceled_at: z.unknown(), captured_at: z.unknown(), captures: z.array(z.object({ id: z.string() })).nullish() })
      .nullish(),
  }),
)

type Session = z.output<typeof sessions>[number]
type Link = z.output<typeof links>[number]

/**
 * Finds orders that a process left behind when it died, and approved debits without an order, and ends what disagrees;
 * then looks whether open problems were healed. Any number of servers may call it at any time.
 */
export async function healOrders(container: MedusaContainer): Promise<void> {
  const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const isFirst = !caughtUp.has(ledger)
  let after = ""
  for (let page = 0; page < (isFirst ? MOST_PAGES_AT_FIRST : MOST_PAGES); page += 1) {
    const debits = await ledger.debitsToCompare({ after, limit: PAGE, booked_long_ago: isFirst })
    const resting = debits.filter((debit) => !isReplaced(debit.status) && isAtRest(debit, ledger.now))
    for (const debit of await suspicious(container, ledger, resting)) {
      await compare(container, debit.id)
    }
    // The shopper who pressed pay again may have paid another order this moment: what counts is the order's own age.
    await reportUnlinkedOrders(container, debits)
    after = debits.at(-1)?.id ?? after
    if (debits.length < PAGE) {
      break
    }
  }
  caughtUp.add(ledger)
  await closeUnlinkedOrders(container)
  for (const code of CLOSED_BY_COMPARING) {
    for (const { debit_id } of await ledger.problems.listOpen({ code })) {
      if (debit_id) {
        await compare(container, debit_id)
      }
    }
  }
}

/** Two look-ups for a whole page: those that Medusa holds as it should are not compared one by one. */
async function suspicious(
  container: MedusaContainer,
  ledger: CatalystPayModuleService,
  debits: DebitRecord[],
): Promise<DebitRecord[]> {
  if (debits.length === 0) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: placed } = await query.graph({
    entity: "order_payment_collection",
    fields: ["payment_collection_id", "order.transactions.reference_id"],
    filters: { payment_collection_id: debits.map(({ payment_collection_id }) => payment_collection_id) },
  })
  const { data: found } = await query.graph({
    entity: "payment_session",
    fields: ["id", "status", "payment.canceled_at", "payment.captured_at", "payment.captures.id"],
    filters: { id: debits.map(({ payment_session_id }) => payment_session_id) },
  })
  const linkOf = new Map(links.parse(placed).map((link) => [link.payment_collection_id, link]))
  const byId = new Map(sessions.parse(found).map((session) => [session.id, session]))
  return debits.filter((debit) => {
    const session = byId.get(debit.payment_session_id)
    const link = linkOf.get(debit.payment_collection_id)
    return link ? mayDisagree(debit, session, ledger) || isHalfBooked(session, link) : debit.status === "approved"
  })
}

function mayDisagree(debit: DebitRecord, session: Session | undefined, ledger: CatalystPayModuleService): boolean {
  const isPaidFor = session?.status === PaymentSessionStatus.AUTHORIZED && !session.payment?.canceled_at
  return debit.status !== "approved" || !isPaidFor || isDueForCapture(debit, ledger.settings.capture)
}

/** A capture without the payment's date, or one that the order's balance does not count. */
function isHalfBooked(session: Session | undefined, { order }: Link): boolean {
  const payment = session?.payment
  const counted = new Set(order?.transactions?.map(({ reference_id }) => reference_id))
  return (payment?.captures ?? []).some(({ id }) => !payment?.captured_at || !counted.has(id))
}

/** One that cannot be compared now keeps no other from it. */
async function compare(container: MedusaContainer, debitId: string): Promise<void> {
  try {
    await agreeWithLedger(container, debitId)
  } catch (error) {
    const why = textOf(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`Debit ${debitId} could not be compared with Medusa; it is tried again. ${why}`)
  }
}

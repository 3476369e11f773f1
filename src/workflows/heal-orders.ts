import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, PaymentSessionStatus } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import { isDueForCapture } from "../modules/catalystpay/capture-policy"
import type { DebitRecord } from "../modules/catalystpay/debit-record"
import { textOf } from "../modules/catalystpay/error-text"
import type { ProblemCode } from "../modules/catalystpay/problem-codes"
import { agreeWithLedger } from "./agreement"

const PAGE = 500
const MOST_PAGES = 20

/** Problems that end by something that happens in Medusa, or to a debit's money, and that nobody reports here. */
const CLOSED_BY_COMPARING: ProblemCode[] = [
  "order_without_debit",
  "debit_without_order",
  "canceled_order_keeps_money",
  "amount_mismatch",
]

const links = z.array(z.object({ payment_collection_id: z.string() }))
const sessions = z.array(
  z.object({ id: z.string(), status: z.string(), payment: z.object({ canceled_at: z.unknown() }).nullish() }),
)

type Session = z.output<typeof sessions>[number]

/**
 * Finds orders that a process left behind when it died, and approved debits without an order, and ends what disagrees;
 * then looks whether open problems were healed. Any number of servers may call it at any time.
 */
export async function healOrders(container: MedusaContainer): Promise<void> {
  const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  let after = ""
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const debits = await ledger.debitsToCompare(after, PAGE)
    for (const debit of await suspicious(container, ledger, debits)) {
      await compare(container, debit.id)
    }
    after = debits.at(-1)?.id ?? after
    if (debits.length < PAGE) {
      break
    }
  }
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
    fields: ["payment_collection_id"],
    filters: { payment_collection_id: debits.map(({ payment_collection_id }) => payment_collection_id) },
  })
  const { data: found } = await query.graph({
    entity: "payment_session",
    fields: ["id", "status", "payment.canceled_at"],
    filters: { id: debits.map(({ payment_session_id }) => payment_session_id) },
  })
  const withOrder = new Set(links.parse(placed).map(({ payment_collection_id }) => payment_collection_id))
  const byId = new Map(sessions.parse(found).map((session) => [session.id, session]))
  return debits.filter((debit) => {
    const session = byId.get(debit.payment_session_id)
    return withOrder.has(debit.payment_collection_id)
      ? mayDisagree(debit, session, ledger)
      : debit.status === "approved"
  })
}

function mayDisagree(debit: DebitRecord, session: Session | undefined, ledger: CatalystPayModuleService): boolean {
  const isPaidFor = session?.status === PaymentSessionStatus.AUTHORIZED && !session.payment?.canceled_at
  return debit.status !== "approved" || !isPaidFor || isDueForCapture(debit, ledger.settings.capture)
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

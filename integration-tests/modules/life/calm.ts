import type { TransactionRecord } from "../../../sandbox/money-types"
import { stillPays } from "../../../src/modules/catalystpay/checkout/capture-policy"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import { sumAmounts } from "../../../src/modules/catalystpay/money/money"
import { lostTwice } from "../../../src/modules/catalystpay/money/money-news"
import * as jobs from "./jobs"
import type { World } from "./world"

const HOUR = 3600

/**
 * The storm is over: every webhook arrives, and the jobs run as the hours pass. Where no webhook ever arrives, the jobs
 * alone have to come to the same.
 */
export async function calmDown(world: World): Promise<void> {
  await hearAll(world)
  for (const hours of [0.02, 1, 2, 26]) {
    await world.passTime(hours * HOUR)
    await jobs.inbox(world)
    await jobs.due(world)
    await hearAll(world)
    await jobs.inbox(world)
    if (world.is_deaf) {
      await jobs.reconcile(world)
    }
    await jobs.agree(world)
  }
}

async function hearAll(world: World): Promise<void> {
  if (!world.is_deaf) {
    await world.parts.sandbox.releaseWebhooks()
    await world.parts.sandbox.settled()
  }
}

/** Ledger and gateway say the same of every debit, and Medusa has booked what they say. */
export async function expectAgreement(world: World): Promise<void> {
  const debits = await world.debits()
  for (const debit of debits) {
    if (isUntold(world, debit)) {
      expect(await openProblems(world, debit, "outcome_unknown")).toBe(1)
      continue
    }
    const session = world.sessionOf(debit)
    expect({ gateway: session?.status, ledger: debit.status }).toEqual({
      gateway: session?.status,
      ledger: expect.stringMatching(expectedStatus(world, debit)) as unknown,
    })
    expect({ status: debit.status, sealed: debit.sealed_iban !== null }).toEqual({ status: debit.status, sealed: debit.status === "ready" })
    expect(moneyBack(debit)).toEqual(await moneyBackAtGateway(world, debit))
    expect(await openProblems(world, debit, "chargeback_after_refund")).toBe(lostTwice(debit) === null ? 0 : 1)
    if (debit.captured_at) {
      expect(sumAmounts([debit.refunded_amount, debit.refund_due_amount])).toBe(refundedInMedusa(world, debit))
    }
  }
  const collections = debits.filter(stillPays).map(({ payment_collection_id }) => payment_collection_id)
  expect(collections).toEqual([...new Set(collections)])
  const known = debits.map(({ session_token }) => session_token)
  expect(world.sessions().filter(({ session_token, attempts }) => attempts > 0 && !known.includes(session_token))).toEqual([])
}

/**
 * No webhook came, a GET of the session says no more than that it is over, and somebody else has completed it, under no
 * reference of this store's: what became of the store's own attempt is unknown then, and the merchant is told that it is.
 */
function isUntold(world: World, debit: DebitRecord): boolean {
  const isSilent = world.is_deaf && world.parts.sandbox.switches["get-terminal"] === "410"
  const sale = world.sessionOf(debit)?.transactions.findLast(({ type }) => type === "sdd_sale")
  return isSilent && debit.status === "submitting" && sale?.tenant_reference_id === null
}

/** Which of the ledger's statuses may stand beside the gateway's. */
function expectedStatus(world: World, debit: DebitRecord): RegExp {
  const session = world.sessionOf(debit)
  const sale = session?.transactions.findLast(({ type }) => type === "sdd_sale")
  switch (session?.status) {
    case "COMPLETED":
      // A debit that bounced before Medusa booked it has failed; afterwards it is approved, with a chargeback beside it.
      return sale?.status === "declined" && !debit.captured_at ? /^failed$/ : /^approved$/
    case "AWAITING_VERIFICATION":
      return /^awaiting_verification$/
    case "FAILED":
      return /^failed$/
    case "EXPIRED":
      return /^(cancelled|superseded|failed)$/
    case "PENDING":
      return /^(opened|ready|declined|failed)$/
    default:
      return /^$/
  }
}

interface MoneyBack {
  charged_back: string
  refunded: string
}

function moneyBack(debit: DebitRecord): MoneyBack {
  return { charged_back: sumAmounts([debit.charged_back_amount]), refunded: sumAmounts([debit.refunded_amount]) }
}

/** A return counts as a chargeback once Medusa has booked the money. */
async function moneyBackAtGateway(world: World, debit: DebitRecord): Promise<MoneyBack> {
  const { sandbox } = world.parts
  const transactions = world.sessionOf(debit)?.transactions ?? []
  const chargebacks = sandbox.chargebacks().filter(({ session_token }) => session_token === debit.session_token)
  const sale = transactions.findLast(({ type }) => type === "sdd_sale")
  const returned = sale?.status === "declined" && debit.captured_at ? [sale] : []
  const refunds: string[] = []
  for (const { id, type, amount } of transactions) {
    // Where a refund names no debit and may be of more than one, the merchant is told instead.
    if (type === "sdd_refund" && !(await isReported(world, id)) && !(await isKept(world, sale, id))) {
      refunds.push(amount)
    }
  }
  return { charged_back: sumAmounts([...chargebacks, ...returned].map(({ amount }) => amount)), refunded: sumAmounts(refunds) }
}

async function isReported(world: World, refundId: string): Promise<boolean> {
  const unmatched = await world.parts.service.problems.listOpen({ code: "event_unmatched" })
  return unmatched.some(({ key }) => key === `event_unmatched:${refundId}`)
}

/**
 * Somebody paid the session with another account than the shopper gave, and the store took it for its own: a refund that
 * carries no reference is not known by its account then. Its webhook is kept, tried again, and reported when given up.
 */
async function isKept(world: World, sale: TransactionRecord | undefined, refundId: string): Promise<boolean> {
  const rows = await world.parts.knex()("catalystpay_webhook_delivery").whereIn("status", ["received", "failed"]).select("payload")
  return sale?.tenant_reference_id === null && JSON.stringify(rows).includes(refundId)
}

async function openProblems(world: World, debit: DebitRecord, code: "chargeback_after_refund" | "outcome_unknown"): Promise<number> {
  const open = await world.parts.service.problems.listOpen({ code, debit_id: debit.id })
  return open.length
}

function refundedInMedusa(world: World, debit: DebitRecord): string {
  return sumAmounts([...world.refunds.values()].filter(({ debit_id }) => debit_id === debit.id).map(({ amount }) => amount))
}

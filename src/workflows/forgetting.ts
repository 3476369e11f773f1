import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import type { ErasedData, KeptData, ReasonToKeep } from "../modules/catalystpay/data-rights/forget-plan"
import type { DebitRecord } from "../modules/catalystpay/debits/debit-record"
import { textOf } from "../modules/catalystpay/error-text"
import { agreeWithLedger } from "./agreement"
import { writePaymentData, writeSession } from "./session-writer"

const AT_ONCE = 100

const REASONS: Record<ReasonToKeep, string> = {
  evidence: "The debtor may dispute the debit, and the creditor then has to prove the mandate and what was collected.",
  under_way: "CatalystPay has not said yet what becomes of the debit; how long it is kept is known once it does.",
  session_not_cancelled: "Its session at CatalystPay could not be cancelled yet; the cleaning job tries again, and erases it then.",
}

/** What forgetting did to a debit. */
export interface ForgottenDebit {
  debit_id: string
  status: DebitRecord["status"]
  /** Whether its session, which nobody had submitted, was cancelled at CatalystPay. */
  session_cancelled: boolean
  erased: ErasedData[]
  /** What is still kept, for what is said here alone; null when nothing personal is left. */
  kept: { what: KeptData[]; until: string | null; why: ReasonToKeep; explanation: string } | null
}

const sessionRows = z.array(z.object({ id: z.string(), payment: z.object({ id: z.string() }).nullish() }))

/** Ends what nobody has submitted, erases what is no evidence, and shows Medusa the debit as it is then. */
export async function forgetDebit(container: MedusaContainer, debit: DebitRecord): Promise<ForgottenDebit> {
  const { dataRights } = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const session_cancelled = await dataRights.endSession(debit)
  if (session_cancelled) {
    await agreeWithLedger(container, debit.id)
  }
  const { debit: now, plan } = await dataRights.forget(debit.id)
  await showInMedusa(container, now)
  const { erased, kept } = plan
  return {
    debit_id: now.id,
    status: now.status,
    session_cancelled,
    erased,
    kept: kept && { what: kept.what, until: kept.until?.toISOString() ?? null, why: kept.why, explanation: REASONS[kept.why] },
  }
}

/** Erases what was kept of people who asked to be forgotten, where its time is over, and what was learned of them since. */
export async function eraseForgotten(container: MedusaContainer, until: number): Promise<void> {
  const { dataRights } = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  let after = ""
  while (Date.now() < until) {
    const due = await dataRights.due(AT_ONCE, after)
    const last = due.at(-1)
    if (!last) {
      break
    }
    after = last.id
    for (const debit of due) {
      await forgetOne(container, debit)
    }
  }
  while (Date.now() < until && (await dataRights.redactLate(AT_ONCE)) > 0) {
    continue
  }
}

/** One that fails keeps no other from being erased. */
async function forgetOne(container: MedusaContainer, debit: DebitRecord): Promise<void> {
  try {
    await forgetDebit(container, debit)
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`Debit ${debit.id} is to be forgotten; the next run tries again. ${textOf(error)}`)
  }
}

/** What Medusa shows of a debit is a copy, and holds what was shown when it was made. */
async function showInMedusa(container: MedusaContainer, debit: DebitRecord): Promise<void> {
  const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: rows } = await query.graph({
    entity: "payment_session",
    fields: ["id", "payment.id"],
    filters: { id: debit.payment_session_id },
  })
  const session = sessionRows.parse(rows)[0]
  const current = await ledger.findBySession(debit.payment_session_id)
  if (!session || current?.id !== debit.id) {
    return
  }
  const data = { ...(await ledger.publicData(current)) }
  await writeSession(container, { id: session.id, data })
  if (session.payment) {
    await writePaymentData(container, session.payment.id, data)
  }
}

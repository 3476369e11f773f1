import { GatewayError } from "../../../gateway"
import { applyChargebackRow } from "../money/chargebacks"
import { mayBePaidOnPage } from "../debits/collect-mode"
import type { DebitRecord } from "../debits/debit-record"
import { CatalystPayError } from "../errors"
import { findOut, lookAtPage } from "./finding-out"
import { chargebacksOf, isOfDebit, transactionsOf } from "./gateway-records"
import type { LedgerContext } from "../ledger-context"
import { nameByRecords } from "./nameless"
import { applyEach } from "../money/row-verdict"
import { applyTransactionRow } from "../money/transaction-rows"

/** How long somebody at the dashboard waits for each answer of the gateway's. */
const PATIENCE_MS = 20_000

/**
 * Asks CatalystPay what became of a debit, because a person wants to know, and writes down what it says. Nothing is
 * submitted, verified or withdrawn by it: of what was never submitted there is nothing to ask.
 * @throws CatalystPayError `gateway_unavailable` when its records of an approved debit cannot be read
 */
export async function checkNow(context: LedgerContext, debit: DebitRecord): Promise<void> {
  if (mayBePaidOnPage(debit)) {
    await lookAtPage(context, debit)
  } else if (debit.status === "submitting" || debit.status === "awaiting_verification") {
    await findOut(context, debit, { until: new Date(context.now().getTime() + PATIENCE_MS) })
  } else if (debit.status === "approved") {
    await readRecords(context, debit)
  }
}

/** What happened to the money since: confirmations, settlement, refunds, returns and chargebacks. */
async function readRecords(context: LedgerContext, debit: DebitRecord): Promise<void> {
  try {
    const rows = await transactionsOf(context, debit, [], { deadline_ms: PATIENCE_MS })
    const named = await nameByRecords(context, debit, rows)
    const own = rows.filter((row) => isOfDebit(named, row))
    await applyEach(context, named, own, (now, row) => applyTransactionRow(context, now, row))
    const chargebacks = await chargebacksOf(context, named)
    await applyEach(context, named, chargebacks, (now, row) => applyChargebackRow(context, now, row))
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    const developer = `CatalystPay's records of debit ${debit.id} could not be read: nothing is known that was not known before.`
    throw new CatalystPayError("gateway_unavailable", { developer }, { cause: error })
  }
}

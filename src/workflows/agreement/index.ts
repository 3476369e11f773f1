import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../modules/catalystpay"
import type { DebitRecord } from "../../modules/catalystpay/debit-record"
import { captureDebitWorkflow } from "../capture-debit"
import { settlePlacedOrderWorkflow } from "../settle-placed-order"
import { nextDisagreement, type Disagreement } from "./decide"
import { readMedusaView, type MedusaView } from "./medusa-view"
import { placeOrder } from "./place-order"

interface Case {
  container: MedusaContainer
  ledger: CatalystPayModuleService
  debit: DebitRecord
  view: MedusaView
}

/** How each disagreement is ended. Each may be done again without harm. */
const REMEDIES: Record<Disagreement, (found: Case) => Promise<unknown>> = {
  authorize_placed_order: ({ container, debit }) =>
    settlePlacedOrderWorkflow(container).run({
      input: { payment_session_id: debit.payment_session_id, cart_id: debit.cart_id },
    }),
  place_order: ({ container, debit }) => placeOrder(container, debit),
  capture: ({ container, debit }) =>
    captureDebitWorkflow(container).run({ input: { payment_session_id: debit.payment_session_id } }),
  orphan: ({ ledger, debit }) => ledger.recordOrphaned(debit),
}

/**
 * Brings Medusa in line with what the ledger knows of a debit: orders, payments and captures. Any number of servers may
 * call it at any time, after a webhook, from a job, or by hand; it changes nothing where the two agree.
 */
export async function agreeWithLedger(container: MedusaContainer, debitId: string): Promise<void> {
  const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  await ledger.whileAgreeing(debitId, async () => {
    const tried = new Set<Disagreement>()
    for (;;) {
      const debit = await ledger.findById(debitId)
      if (!debit) {
        return
      }
      const view = await readMedusaView(container, debit)
      const disagreement = nextDisagreement({ debit, view, settings: ledger.settings })
      // What a remedy did not end, it will not end at once: the next call tries again.
      if (!disagreement || tried.has(disagreement)) {
        return
      }
      tried.add(disagreement)
      await REMEDIES[disagreement]({ container, ledger, debit, view })
    }
  })
}

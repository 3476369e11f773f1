import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../modules/catalystpay"
import { captureDebitWorkflow } from "../capture-debit"
import { settlePlacedOrderWorkflow } from "../settle-placed-order"
import { bookChargebacks, bookReceipts } from "./book-refund"
import { watchCanceledOrder } from "./canceled-order"
import type { Case } from "./case"
import { nextDisagreement, type Disagreement } from "./decide"
import { readMedusaView } from "./medusa-view"
import { nextMoneyDisagreement, refundsGivenUp } from "./money-back"
import { placeOrder } from "./place-order"

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
  withdraw_refunds: ({ ledger, debit, money, view }) => ledger.withdrawRefunds(debit.id, refundsGivenUp(money, view)),
  book_chargebacks: bookChargebacks,
  book_receipts: bookReceipts,
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
      const money = await ledger.moneyBack(debitId)
      const view = await readMedusaView(container, debit)
      const { settings } = ledger
      const disagreement = nextDisagreement({ debit, view, settings }) ?? nextMoneyDisagreement({ money, view, settings })
      // What a remedy did not end, it will not end at once: the next call tries again.
      if (!disagreement || tried.has(disagreement)) {
        await watchCanceledOrder({ ledger, debit, money, view })
        return
      }
      tried.add(disagreement)
      await REMEDIES[disagreement]({ container, ledger, debit, money, view })
    }
  })
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../modules/catalystpay"
import type { DebitRecord } from "../../modules/catalystpay/debits/debit-record"
import { captureDebitWorkflow } from "../capture-debit"
import { writeSession } from "../session-writer"
import { settlePlacedOrderWorkflow } from "../settle-placed-order"
import { untilCartRests } from "../steps/cart-lock"
import { bookChargebacks, bookReceipts } from "./book-refund"
import type { Case } from "./case"
import { closePage } from "./close-page"
import { nextDisagreement, type Disagreement } from "./decide"
import { failPayment } from "./fail-payment"
import { finishCapture } from "./finish-capture"
import { readMedusaView, type MedusaView } from "./medusa-view"
import { nextMoneyDisagreement, refundsGivenUp } from "./money-back"
import { findProblems, type ProblemFinding } from "./order-problems"
import { placeOrder } from "./place-order"
import { revivePayment } from "./revive-payment"

/** How each disagreement is ended. Each may be done again without harm. */
const REMEDIES: Record<Disagreement, (found: Case) => Promise<unknown>> = {
  authorize_placed_order: ({ container, debit }) =>
    settlePlacedOrderWorkflow(container).run({
      input: { payment_session_id: debit.payment_session_id, cart_id: debit.cart_id, unawaited: true },
    }),
  show_verification: async ({ container, ledger, debit, view }) => {
    if (view.session) {
      await writeSession(container, { id: view.session.id, data: { ...(await ledger.publicData(debit)) } })
    }
  },
  fail_payment: ({ container, ledger, debit, view }) => failPayment(container, ledger, debit, view),
  revive_payment: async ({ container, view }) => {
    if (view.session?.payment) {
      await revivePayment(container, view.session.payment.id)
    }
  },
  adopt_orphan: ({ ledger, debit }) => ledger.recordOrderFound(debit),
  finish_capture: finishCapture,
  capture: ({ container, debit }) =>
    captureDebitWorkflow(container).run({ input: { payment_session_id: debit.payment_session_id } }),
  place_order: async ({ container, view }) => {
    if (view.cart) {
      await placeOrder(container, view.cart.id)
    }
  },
  close_page: closePage,
  orphan: ({ ledger, debit }) => ledger.recordOrphaned(debit),
  withdraw_refunds: ({ ledger, debit, money, view }) => ledger.givenBack.withdrawRefunds(debit.id, refundsGivenUp(money, view)),
  book_chargebacks: bookChargebacks,
  book_receipts: bookReceipts,
}

/**
 * Brings Medusa in line with what the ledger knows of a debit: orders, payments and captures; and tells the merchant what
 * only a person can bring in line. Any number of servers may call it at any time, after a webhook, from a job, or by hand;
 * it changes nothing where the two agree.
 */
export async function agreeWithLedger(container: MedusaContainer, debitId: string): Promise<void> {
  const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  await ledger.whileAgreeing(debitId, async () => {
    const tried = new Set<Disagreement>()
    let cartRested = false
    for (;;) {
      const debit = await ledger.findById(debitId)
      if (!debit) {
        return
      }
      const money = await ledger.givenBack.of(debitId)
      const view = await readMedusaView(container, debit)
      const { settings } = ledger
      const disagreement =
        nextDisagreement({ debit, view, settings, now: ledger.now, tried }) ??
        nextMoneyDisagreement({ money, view, settings, tried })
      const findings = disagreement ? [] : await problemsOf(ledger, debit, view)
      const isSound = !disagreement && !findings.some(({ is_there }) => is_there)
      if (!isSound && !cartRested) {
        // What a completion that is running now has not written yet, or will undo, is no disagreement and no problem.
        await untilCartRests(container, debit.cart_id)
        cartRested = true
      } else if (disagreement) {
        tried.add(disagreement)
        await REMEDIES[disagreement]({ container, ledger, debit, money, view })
      } else {
        await report(ledger, findings)
        return
      }
    }
  })
}

async function problemsOf(ledger: CatalystPayModuleService, debit: DebitRecord, view: MedusaView): Promise<ProblemFinding[]> {
  const debits = view.order ? await ledger.findByCollections(view.order.payment_collection_ids) : [debit]
  return findProblems({ debit, view, debits })
}

/** Opens what is wrong and stays so, and closes what was healed. */
async function report(ledger: CatalystPayModuleService, findings: ProblemFinding[]): Promise<void> {
  for (const { problem, is_there } of findings) {
    if (is_there) {
      await ledger.problems.open(problem)
    } else {
      await ledger.problems.close(problem.code, problem.subject)
    }
  }
}

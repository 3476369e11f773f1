import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../modules/catalystpay"
import type { DebitRecord } from "../modules/catalystpay/debits/debit-record"
import { agreeWithLedger } from "./agreement"

/**
 * Asks CatalystPay at once what became of a debit, which the jobs do in their time, and brings Medusa in line with it.
 * @throws CatalystPayError `gateway_unavailable`, `agreement_busy`
 */
export async function checkDebit(container: MedusaContainer, debit: DebitRecord): Promise<void> {
  await container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE).checkNow(debit)
  await agreeWithLedger(container, debit.id)
}

import type { MedusaContainer } from "@medusajs/framework/types"
import type { CatalystPayModuleService } from "../../modules/catalystpay"
import type { DebitRecord } from "../../modules/catalystpay/debits/debit-record"
import type { MoneyBack } from "../../modules/catalystpay/money/money-facts"
import type { MedusaView } from "./medusa-view"

/** What a remedy works on. */
export interface Case {
  container: MedusaContainer
  ledger: CatalystPayModuleService
  debit: DebitRecord
  money: MoneyBack
  view: MedusaView
}

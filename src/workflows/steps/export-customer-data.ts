import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../modules/catalystpay"
import type { CustomerData } from "../../modules/catalystpay/data-rights/export"
import type { OthersDebit, Person } from "../../modules/catalystpay/data-rights/person"

export interface ExportedCustomerData {
  /** For the person: all that the ledger holds about them. */
  data: CustomerData
  /** For the merchant alone: debits that bear an e-mail of the person and belong to another customer. They are not in `data`. */
  left_out: OthersDebit[]
}

/** Reads all that the ledger holds about a person. */
export const exportCustomerDataStep = createStep("catalystpay-export-customer-data", async (person: Person, { container }) => {
  const { dataRights } = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const found = await dataRights.debitsOf(person)
  return new StepResponse<ExportedCustomerData>({ data: await dataRights.export(person, found), left_out: found.others })
})

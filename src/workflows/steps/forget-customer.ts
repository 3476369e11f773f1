import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../modules/catalystpay"
import type { OthersDebit, Person } from "../../modules/catalystpay/data-rights/person"
import { forgetDebit, type ForgottenDebit } from "../forgetting"

export interface ForgottenCustomer {
  /** What was erased of each of the person's debits, and what is kept, until when and why; the oldest first. */
  debits: ForgottenDebit[]
  /** How many webhooks that belong to no debit spoke of the person and do not any more. */
  other_webhooks: number
  /** Debits that bear an e-mail of the person and belong to another customer: they were not touched. */
  left_out: OthersDebit[]
}

/**
 * Erases a person debit by debit. It cannot be undone, so it has no compensation: one that failed on its way is finished by
 * running it again.
 */
export const forgetCustomerStep = createStep("catalystpay-forget-customer", async (person: Person, { container }) => {
  const { dataRights } = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const found = await dataRights.debitsOf(person)
  // Before the ids are erased that these are found by.
  const other_webhooks = await dataRights.forgetLoose(person, found)
  const debits: ForgottenDebit[] = []
  for (const debit of found.debits) {
    debits.push(await forgetDebit(container, debit))
  }
  return new StepResponse<ForgottenCustomer>({ debits, other_webhooks, left_out: found.others })
})

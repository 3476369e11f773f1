import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { findPersonStep, type CustomerInput } from "./steps/find-person"
import { forgetCustomerStep } from "./steps/forget-customer"

export const forgetCustomerWorkflowId = "catalystpay-forget-customer"

/**
 * Erases what the ledger holds about a person, except for what the creditor has to be able to prove: that is restricted,
 * and erased by the cleaning job when the option `retention.evidenceMonths` says. Debits under way go on. A session that
 * nobody has submitted is cancelled first. Running it again changes nothing, or finishes what was interrupted.
 */
export const forgetCustomerWorkflow = createWorkflow(forgetCustomerWorkflowId, (input: CustomerInput) => {
  const person = findPersonStep(input)
  return new WorkflowResponse(forgetCustomerStep(person))
})

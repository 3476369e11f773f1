import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { exportCustomerDataStep } from "./steps/export-customer-data"
import { findPersonStep, type CustomerInput } from "./steps/find-person"

export const exportCustomerDataWorkflowId = "catalystpay-export-customer-data"

/**
 * All that the ledger holds about a person, as a document of JSON with names that a person can read. It has no IBAN beyond
 * the last four digits, sealed or not, no session token and no key. It reads, and changes nothing.
 */
export const exportCustomerDataWorkflow = createWorkflow(exportCustomerDataWorkflowId, (input: CustomerInput) => {
  const person = findPersonStep(input)
  return new WorkflowResponse(exportCustomerDataStep(person))
})

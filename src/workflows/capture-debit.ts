import { createWorkflow, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { bookCaptureStep } from "./steps/book-capture"
import { findCapturableSessionStep, type CaptureInput } from "./steps/find-capturable-session"

export const captureDebitWorkflowId = "catalystpay-capture-debit"

/**
 * Books an approved debit as captured in Medusa, and places the order where the shopper's cart is still open. Running it
 * again changes nothing.
 */
export const captureDebitWorkflow = createWorkflow(captureDebitWorkflowId, (input: CaptureInput) => {
  const capturable = findCapturableSessionStep(input)
  when("catalystpay-is-capturable", { capturable }, ({ capturable }) => !!capturable).then(() => {
    bookCaptureStep(capturable)
  })
  return new WorkflowResponse(capturable)
})

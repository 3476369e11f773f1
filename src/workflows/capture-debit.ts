import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { PaymentActions } from "@medusajs/framework/utils"
import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { findCapturableSessionStep, type CaptureInput } from "./steps/find-capturable-session"

export const captureDebitWorkflowId = "catalystpay-capture-debit"

/**
 * Books an approved debit as captured in Medusa, and places the order where the shopper's cart is still open. Running it
 * again changes nothing.
 */
export const captureDebitWorkflow = createWorkflow(captureDebitWorkflowId, (input: CaptureInput) => {
  const capturable = findCapturableSessionStep(input)
  when("catalystpay-is-capturable", { capturable }, ({ capturable }) => !!capturable).then(() => {
    const payment = transform({ capturable }, ({ capturable }) => ({
      action: PaymentActions.SUCCESSFUL,
      data: { session_id: capturable?.session_id ?? "", amount: capturable?.amount ?? "" },
    }))
    processPaymentWorkflow.runAsStep({ input: payment })
  })
  return new WorkflowResponse(capturable)
})

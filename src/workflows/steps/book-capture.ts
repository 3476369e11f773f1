import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PaymentActions } from "@medusajs/framework/utils"
import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { CapturableSession } from "./find-capturable-session"

/**
 * Books the money with Medusa's own workflow, as a run of its own: as a part of another workflow it would skip its lock
 * on the cart (core-flows, acquire-lock.js), and a webhook that comes while the cart is completed would authorise the
 * session a second time.
 */
export const bookCaptureStep = createStep(
  "catalystpay-book-capture",
  async ({ session_id, amount }: CapturableSession, { container }) => {
    const input = { action: PaymentActions.SUCCESSFUL, data: { session_id, amount } }
    await processPaymentWorkflow(container).run({ input })
    return new StepResponse()
  },
)

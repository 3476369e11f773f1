import { createWorkflow } from "@medusajs/framework/workflows-sdk"
import { authorizePlacedOrderStep, type PlacedOrderInput } from "./steps/authorize-placed-order"

export const settlePlacedOrderWorkflowId = "catalystpay-settle-placed-order"

/** Tells a placed order what became of the debit that it waits for. Running it again changes nothing. */
export const settlePlacedOrderWorkflow = createWorkflow(settlePlacedOrderWorkflowId, (input: PlacedOrderInput) => {
  authorizePlacedOrderStep(input)
})

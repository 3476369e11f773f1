export { captureDebitWorkflow, captureDebitWorkflowId } from "./capture-debit"
export { settlePlacedOrderWorkflow, settlePlacedOrderWorkflowId } from "./settle-placed-order"
export type { PlacedOrderInput } from "./steps/authorize-placed-order"
export type { CaptureInput, CapturableSession } from "./steps/find-capturable-session"

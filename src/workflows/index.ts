export { captureDebitWorkflow, captureDebitWorkflowId } from "./capture-debit"
export type { CaptureInput, CapturableSession } from "./steps/find-capturable-session"

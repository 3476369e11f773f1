/** The public entry `medusa-payment-catalystpay/webhooks`: for handlers of CatalystPay's webhooks, and their tests. */
export { verifyParamsSignature } from "./params-signature"
export { signWebhook, verifyWebhookSignature } from "./signature"
export { parseWebhookEvent } from "./webhook-event"
export type { WebhookEvent, WebhookEventType } from "./webhook-event"
export type { SessionStatus } from "./schemas"

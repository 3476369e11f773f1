/** The API key that a sandbox accepts unless told otherwise. */
export const DEFAULT_API_KEY = "rk_sandbox"

/** The campaign that exists in every sandbox: a one-off offer of 29.99 EUR. The id is the guide's own sample. */
export const DEFAULT_CAMPAIGN_ID = "a1b2c3d4-e5f6-7890-abcd-ef1234567890"

/** The gateway (MID) that exists in every sandbox, for direct mode. */
export const DEFAULT_GATEWAY_ID = "5c5834d1-04be-4b46-83a7-7af603e4e691"

/** What the command-line sandbox signs webhooks with unless told otherwise. */
export const DEFAULT_WEBHOOK_SECRET = "whsec_sandbox"

/** The offer of every campaign; its amount in major units. */
export const DEFAULT_OFFER = {
  id: "3f2b7c1e-8d45-4a09-9c61-0b7de2f4a5d8",
  name: "Sandbox offer",
  product_name: "Sandbox product",
  amount: "29.99",
  currency: "EUR",
} as const

/** The name of every campaign. */
export const CAMPAIGN_NAME = "Sandbox campaign"

export {
  createSepaClient,
  type BankAccount,
  type SepaClient,
  type SepaClientOptions,
  type Verified,
  type Waiting,
} from "./client/client"
export type { CartToPay, OrderToPay, Purchase, PurchaseId } from "./client/purchase"
export type { SdkRequest, StorefrontSdk } from "./client/sdk"
export type { SepaSession, SepaSessionData, SepaStatus } from "./client/session"
export {
  DECLINE_CODES,
  type DeclineCode,
  type FormField,
  type IbanOutcome,
  type MandateOutcome,
  type PlacedOrder,
  type SepaMandate,
  type SepaOutcome,
  type Trouble,
} from "./client/outcome"
export { readVerificationId, withoutVerificationId } from "./client/verification-return"
export { createSepaCheckout, type CheckoutState, type PaymentInput, type SepaCheckout } from "./checkout/checkout"
export { checkIban, ibanCountry, isWholeIban, type IbanProblem, type LocalCheck } from "./iban/check"
export { compactIban, groupIban, regroup, type TypedText } from "./iban/grouping"
export { messageOf } from "./texts/message"
export { pickTexts } from "./texts/pick"
export { SHOPPER_ERRORS, type SepaTexts, type ShopperErrorCode, type Step } from "./texts/types"
export { cs } from "./texts/cs"
export { da } from "./texts/da"
export { de } from "./texts/de"
export { en } from "./texts/en"
export { es } from "./texts/es"
export { fi } from "./texts/fi"
export { fr } from "./texts/fr"
export { it } from "./texts/it"
export { nl } from "./texts/nl"
export { pl } from "./texts/pl"
export { pt } from "./texts/pt"
export { sv } from "./texts/sv"

export { SepaDebitForm, type SepaDebitFormProps } from "./react/sepa-debit-form"
export { useSepaDebit, type SepaDebit, type SepaDebitSettings } from "./react/use-sepa-debit"
export type { View } from "./checkout/state"

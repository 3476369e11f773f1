import type { SepaTexts } from "medusa-payment-catalystpay/storefront"
import type { PaymentWay } from "../shop/config"

/** Everything that the shop says, in one language; what the payment says comes with the kit. */
export interface ShopTexts {
  /** BCP 47. */
  locale: string
  /** Of the payment form. */
  sepa: SepaTexts
  /** What the catalogue says in English, by that; what has no entry is shown as it is. */
  catalog: Readonly<Record<string, string>>
  shell: {
    skip: string
    home: string
    cart: (items: number) => string
    log_in: string
    account: string
    language: string
    test_mode: string
    dashboard: string
    sandbox: string
    behind: string
    loading: string
    unreachable: string
    retry: string
    footer: string
  }
  home: { title: string; lead: string; from: (price: string) => string }
  product: { choose: (option: string) => string; add: string; adding: string; added: string; to_cart: string; without_tax: string }
  cart: {
    title: string
    empty: string
    go_shopping: string
    quantity: (product: string) => string
    remove: (product: string) => string
    checkout: string
    in_payment: string
    to_payment: string
  }
  steps: { label: string; cart: string; address: string; payment: string }
  summary: { title: string; items: string; delivery: string; delivery_later: string; tax: string; total: string }
  address: {
    title: string
    contact: string
    have_account: string
    logged_in_as: (name: string) => string
    where: string
    how_fast: string
    submit: string
    sample: string
    required: Record<AddressField, string>
    email_wrong: string
    labels: Record<AddressField, string>
  }
  payment: {
    title: string
    lead: string
    way: string
    ways: Record<PaymentWay["collect"], string>
    tests: string
    tests_lead: string
    outcomes: Record<string, string>
  }
  other_device: { title: string; text: string }
  log_in: {
    title: string
    lead: string
    email: string
    password: string
    submit: string
    wrong: string
    sample: string
  }
  account: { title: (name: string) => string; orders: string; none: string; log_out: string; order: (number: string) => string }
  confirmed: { title: string; text: (number: string, email: string) => string; follow: string; again: string }
  order: {
    title: (number: string) => string
    placed_on: (date: string) => string
    goes_to: string
    payment: string
    dashboard: string
    deliveries: string
    pay_again: string
    progress: Record<ProgressStep, { title: string; text: string }>
    waiting: string
    waiting_for_bank: string
    failed: { title: string; text: string }
    refunded: { title: string; text: string }
    live: string
    canceled: string
  }
  pay_order: { title: (number: string) => string; lead: string; paid: string }
  not_found: { title: string; text: string }
}

export type AddressField = "email" | "first_name" | "last_name" | "address_1" | "postal_code" | "city" | "country_code"

/** What an order's payment goes through. */
export type ProgressStep = "placed" | "approved" | "confirmed"

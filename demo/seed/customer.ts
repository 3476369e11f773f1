/**
 * Who is registered in the demo's shop. Not the shopper that the address is prefilled with: of one e-mail address one
 * payment is open at a time.
 */
export const SAMPLE_CUSTOMER = {
  email: "max.beispiel@example.com",
  password: "catalystpay-demo",
  first_name: "Max",
  last_name: "Beispiel",
} as const

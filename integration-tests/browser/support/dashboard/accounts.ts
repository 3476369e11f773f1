import { FORM_PROVIDER, PAGE_PROVIDER, type DemoAccounts } from "../../../../demo/accounts"

/** Its debits wait for their turn for ever. */
export const BUSY_PROVIDER = "pp_catalystpay_sepa-busy"
/** Its key is one that CatalystPay does not know. */
export const LOCKED_OUT_PROVIDER = "pp_catalystpay_sepa-locked_out"

/** Where customers of this merchant pay a placed order again. */
export const PAYMENT_LINK = "https://shop.example/{country_code}/order/{order_id}/pay"

const TERMS = { maxPaymentAttempts: 3 }

/**
 * A merchant with several accounts, two of them in trouble. What is approved is captured by hand or when it has settled,
 * so that a debit stays as a test left it. A webhook that is not borne out is given up within seconds.
 *
 * @param busyUrl an API that is always at its limit
 */
export function dashboardAccounts(busyUrl: string): DemoAccounts {
  const options = {
    capture: "on_settlement",
    callsPerSecond: 50,
    submitWithin: 1,
    paymentLink: PAYMENT_LINK,
    webhookTries: 2,
    accounts: {
      default: TERMS,
      hosted: { ...TERMS, collect: "hosted" },
      busy: { ...TERMS, apiUrl: busyUrl },
      locked_out: { ...TERMS, apiKey: "rk_sandbox_revoked" },
    },
  }
  return {
    options: JSON.stringify(options),
    providers: [FORM_PROVIDER, PAGE_PROVIDER, BUSY_PROVIDER, LOCKED_OUT_PROVIDER],
  }
}

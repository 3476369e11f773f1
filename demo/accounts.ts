import type { PaymentWay } from "./storefront/shop/config"

/** The shop's checkout takes the bank account itself. */
export const FORM_PROVIDER = "pp_catalystpay_sepa"
/** CatalystPay's page takes it. */
export const PAGE_PROVIDER = "pp_catalystpay_sepa-hosted"

export type DemoAccounts = {
  /** Options of the plugin, as medusa-config.ts reads them; null for those that are given. */
  options: string | null
  /** Payment providers of the shop's region. */
  providers: string[]
}

/** Said by us, it is known how many tries a shopper has left, and that one was made on the page. */
const TERMS = { maxPaymentAttempts: 3 }

/**
 * Two accounts of one CatalystPay tenant side by side, so that the demo shows both ways to pay. Who gives options of one's
 * own, or a gateway without a campaign and so without a page, has the first one alone.
 */
export function demoAccounts(env: NodeJS.ProcessEnv): DemoAccounts {
  if (env.CATALYSTPAY_OPTIONS) {
    return { options: null, providers: [FORM_PROVIDER] }
  }
  if (!env.CATALYSTPAY_CAMPAIGN_ID) {
    return { options: JSON.stringify(TERMS), providers: [FORM_PROVIDER] }
  }
  const options = { accounts: { default: TERMS, hosted: { ...TERMS, collect: "hosted" } } }
  return { options: JSON.stringify(options), providers: [FORM_PROVIDER, PAGE_PROVIDER] }
}

/**
 * How one can pay in the shop, beginning with what is chosen at first.
 * @throws Error where there is no page to send shoppers to
 */
export function paymentWays(hosted: boolean, { providers }: DemoAccounts): PaymentWay[] {
  if (hosted && !providers.includes(PAGE_PROVIDER)) {
    throw new Error("--hosted needs the page of a campaign: set CATALYSTPAY_CAMPAIGN_ID, and unset CATALYSTPAY_OPTIONS.")
  }
  const ways = providers.map((provider_id): PaymentWay => ({
    provider_id,
    collect: provider_id === PAGE_PROVIDER ? "hosted" : "iban",
  }))
  return hosted ? ways.reverse() : ways
}

/** What the demo's server tells the shop, as `/config.json`. Everything in it is public; secrets of the demo stay out. */
export interface ShopConfig {
  medusa_url: string
  /** Null when the demo runs without the dashboard. */
  admin_url: string | null
  /** Null when CATALYSTPAY_API_URL names another gateway. */
  sandbox_url: string | null
  publishable_key: string
  region_id: string
  /** The first one is chosen until the shopper chooses another. */
  payment_ways: readonly PaymentWay[]
  /** Two letters, lower case. */
  countries: readonly string[]
  /** Prefills the address. */
  shopper: SampleShopper
  /** A registered customer, to log in as. */
  customer: { email: string; password: string }
  test_ibans: readonly { iban: string; outcome: string; note: string }[]
}

/** One of the shop's payment providers, and who takes bank account and mandate: the shop's form, or CatalystPay's page. */
export interface PaymentWay {
  provider_id: string
  collect: "iban" | "hosted"
}

export interface SampleShopper {
  email: string
  first_name: string
  last_name: string
  address_1: string
  postal_code: string
  city: string
  country_code: string
}

/** @throws Error when the demo's server does not answer */
export async function loadConfig(): Promise<ShopConfig> {
  const answer = await fetch("/config.json")
  const config: unknown = await answer.json()
  if (!isConfig(config)) {
    throw new Error("The demo's server does not say how to reach the shop.")
  }
  return config
}

/** It comes from the server that the page came from: that it is ours is all there is to see. */
function isConfig(value: unknown): value is ShopConfig {
  return typeof value === "object" && value !== null && "medusa_url" in value && "publishable_key" in value
}

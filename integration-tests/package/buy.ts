import { FORM_PROVIDER } from "../../demo/accounts"
import { awaitCapture } from "../../demo/checkout/await-capture"
import { fillCart } from "../../demo/checkout/cart"
import { pay } from "../../demo/checkout/pay"
import { StoreClient } from "../../demo/checkout/store-client"
import type { DemoInfo } from "../../demo/demo-file"
import type { SeededShop } from "../../demo/seed/index"
import { ADMIN, type Shop } from "./shop"

/** CatalystPay's official test IBAN that is approved. */
const APPROVED_IBAN = "DE89370400440532013000"

/**
 * A whole checkout over the store API, until the webhook has captured it. Answers the order's id.
 *
 * @throws Error when any step is refused, or no webhook comes
 */
export async function buy(shop: Shop, seeded: SeededShop, databaseUrl: string): Promise<string> {
  const info: DemoInfo = {
    ...seeded,
    storefront_url: shop.url,
    medusa_url: shop.url,
    admin_url: null,
    sandbox_url: shop.sandboxUrl,
    database_url: databaseUrl,
    admin_email: ADMIN.email,
    admin_password: ADMIN.password,
    webhook_secret: shop.webhookSecret,
    pid: process.pid,
  }
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const store = new StoreClient(shop.url, seeded.publishable_key)
  try {
    const checkout = await fillCart(store, info, "erika.mustermann@example.com", say)
    const input = { ibans: [APPROVED_IBAN], holder: "Erika Mustermann", provider_id: FORM_PROVIDER, canSign: true }
    const order = await pay(store, checkout, input, say)
    await awaitCapture(store, order, say)
    return order.id
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error([...said, reason].join("\n"), { cause: error })
  }
}

import { writeFileSync } from "node:fs"
import type { ExecArgs } from "@medusajs/framework/types"
import { seedShop } from "./seed/index"

/**
 * `medusa exec ./demo/seed.ts <file>`: seeds the demo's shop and writes the ids that a storefront needs to the file.
 * Reads DEMO_ADMIN_EMAIL, DEMO_ADMIN_PASSWORD and DEMO_PAYMENT_PROVIDERS.
 */
export default async function seed({ container, args }: ExecArgs): Promise<void> {
  const { DEMO_ADMIN_EMAIL, DEMO_ADMIN_PASSWORD, DEMO_PAYMENT_PROVIDERS } = process.env
  const [file] = args
  if (!DEMO_ADMIN_EMAIL || !DEMO_ADMIN_PASSWORD || !file) {
    throw new Error("The seed needs DEMO_ADMIN_EMAIL, DEMO_ADMIN_PASSWORD and the file to write to.")
  }
  const shop = await seedShop(container, {
    admin_email: DEMO_ADMIN_EMAIL,
    admin_password: DEMO_ADMIN_PASSWORD,
    payment_providers: (DEMO_PAYMENT_PROVIDERS ?? "pp_catalystpay_sepa").split(","),
  })
  writeFileSync(file, JSON.stringify(shop))
}

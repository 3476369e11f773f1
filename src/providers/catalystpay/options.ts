import { z } from "@medusajs/framework/zod"
import { MedusaError } from "@medusajs/framework/utils"
import { DEFAULT_ACCOUNT } from "../../modules/catalystpay/options"

const schema = z.strictObject({
  /** Which of the plugin's accounts this provider collects with. */
  account: z.string().min(1).default(DEFAULT_ACCOUNT),
})

/** The provider's own options. Secrets live in the plugin's options only. */
export type ProviderOptions = z.input<typeof schema>

/** @throws MedusaError `invalid_data` with one sentence. */
export function parseProviderOptions(options: unknown): z.output<typeof schema> {
  const result = schema.safeParse(options ?? {})
  if (!result.success) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The options of the payment provider medusa-payment-catalystpay take `account` only, the name of an account in the " +
        "plugin's options; keys and secrets belong there.",
    )
  }
  return result.data
}

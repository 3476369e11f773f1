import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { CATALYSTPAY_MODULE } from "../../../modules/catalystpay"
import { parseOptions } from "../../../modules/catalystpay/options"
import { parseProviderOptions } from "../options"

interface ModuleEntry {
  options?: unknown
}

/**
 * Fails the boot with one sentence when the provider can't reach the ledger or names an account that does not exist.
 * Without it both would show only when the first shopper pays.
 */
export const checkWiring = async ({ container, options }: LoaderOptions): Promise<void> => {
  const { account } = parseProviderOptions(options)
  const missing = [ContainerRegistrationKeys.QUERY, CATALYSTPAY_MODULE].filter((key) => !container.hasRegistration(key))
  if (missing.length > 0) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `medusa-payment-catalystpay lacks access to ${missing.join(" and ")}: in medusa-config, add ` +
        `dependencies: ["query", "catalystpay"] to the entry { resolve: "@medusajs/medusa/payment" } and list the plugin under plugins.`,
    )
  }
  const configured = ledgerOptions(container.resolve(ContainerRegistrationKeys.CONFIG_MODULE, { allowUnregistered: true }))
  if (configured === undefined) {
    return
  }
  const accounts = Object.keys(parseOptions(configured).accounts)
  if (!accounts.includes(account)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The payment provider medusa-payment-catalystpay names the account "${account}", but the plugin's options have: ${accounts.join(", ")}.`,
    )
  }
}

function ledgerOptions(config: { modules?: Record<string, ModuleEntry | boolean | string | undefined> } | undefined): unknown {
  const entry = config?.modules?.[CATALYSTPAY_MODULE]
  return typeof entry === "object" ? entry.options : undefined
}

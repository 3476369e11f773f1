import { z } from "@medusajs/framework/zod"
import { DEFAULT_ACCOUNT } from "../options"
import { PROVIDER_PREFIX } from "../accounts/provider-ids"

/** What of Medusa's configuration is read: which providers collect with which account, and where this server is. */
const configSchema = z.object({
  admin: z.object({ backendUrl: z.string().optional() }).optional(),
  modules: z.record(z.string(), z.unknown()).optional(),
})

const paymentSchema = z.object({
  options: z.object({
    providers: z.array(
      z.object({
        resolve: z.unknown(),
        id: z.string().optional(),
        options: z.object({ account: z.string().default(DEFAULT_ACCOUNT) }).prefault({}),
      }),
    ),
  }),
})

/** As the README has it, as a path of this repository, and as either is resolved. */
const OUR_PROVIDER = /(^|[/\\])providers[/\\]catalystpay([/\\.]|$)/

/** Pure: the ids of our payment providers that collect with an account; null where the configuration does not show them. */
export function providersOf(config: unknown, account: string): string[] | null {
  const payment = paymentSchema.safeParse(configSchema.safeParse(config).data?.modules?.payment)
  if (!payment.success) {
    return null
  }
  return payment.data.options.providers
    .filter(({ resolve, options }) => typeof resolve === "string" && OUR_PROVIDER.test(resolve) && options.account === account)
    .map(({ id }) => (id === undefined ? PROVIDER_PREFIX : `${PROVIDER_PREFIX}_${id}`))
}

/** Pure: the path that CatalystPay calls for an account. */
export function webhookPath(account: string): string {
  return `/hooks/catalystpay/${account}`
}

/** Pure: its whole address; null where the configuration does not say which host this server has. */
export function webhookUrl(config: unknown, account: string): string | null {
  const backendUrl = configSchema.safeParse(config).data?.admin?.backendUrl ?? ""
  return URL.canParse(backendUrl) ? `${backendUrl.replace(/\/+$/, "")}${webhookPath(account)}` : null
}

import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { redisModules } from "./demo/redis-modules"

/*
 * Runs this repository as a Medusa application: its src/ is the application's own, so the module and the provider are
 * named by their paths. A shop that installs the package writes what the README shows instead.
 */
loadEnv(process.env.NODE_ENV ?? "development", __dirname)

const env = process.env

/** Unset and empty variables count as options that were not given, not as wrong ones. */
function given(options: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined && value !== ""))
}

/** Several, separated by spaces, while one is being replaced by another. */
function list(words: string | undefined): string[] | undefined {
  const given = words?.split(/\s+/).filter((word) => word !== "") ?? []
  return given.length > 0 ? given : undefined
}

/** Options as JSON, over what the other variables say: how the tests run a shop with other policies, or several accounts. */
const { accounts, ...policies } = z
  .looseObject({ accounts: z.record(z.string(), z.record(z.string(), z.unknown())).optional() })
  .parse(JSON.parse(env.CATALYSTPAY_OPTIONS || "{}"))

const account = given({
  apiKey: env.CATALYSTPAY_API_KEY,
  apiUrl: env.CATALYSTPAY_API_URL,
  webhookSecret: list(env.CATALYSTPAY_WEBHOOK_SECRET),
  campaignId: env.CATALYSTPAY_CAMPAIGN_ID,
  gatewayId: env.CATALYSTPAY_GATEWAY_ID,
  creditor: {
    name: env.CATALYSTPAY_CREDITOR_NAME ?? "Demo Shop GmbH",
    identifier: env.CATALYSTPAY_CREDITOR_IDENTIFIER ?? "DE98ZZZ09999999999",
    address: env.CATALYSTPAY_CREDITOR_ADDRESS ?? "Musterstraße 1, 10115 Berlin, Germany",
  },
})

/** An account says what is different in it. */
function withDefaults(several: Record<string, Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(several).map(([name, own]) => [name, { ...account, ...own }]))
}

/** The first account is the provider pp_catalystpay_sepa, each further one pp_catalystpay_sepa-<name>. */
const providers = Object.keys(accounts ?? { default: account }).map((name, index) => ({
  resolve: "./src/providers/catalystpay",
  id: index === 0 ? "sepa" : `sepa-${name}`,
  options: { account: name },
}))

// Medusa reads the secrets of its sessions from JWT_SECRET and COOKIE_SECRET by itself.
export default defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL ?? "postgres://postgres@localhost:5432/medusa",
    redisUrl: env.REDIS_URL,
    http: {
      storeCors: env.STORE_CORS ?? "http://localhost:8000",
      adminCors: env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: env.AUTH_CORS ?? "http://localhost:8000,http://localhost:9000",
    },
    // The demo is served over plain http, where a browser would not send a secure cookie back.
    cookieOptions: { secure: false },
  },
  admin: { disable: env.DISABLE_MEDUSA_ADMIN === "true" },
  featureFlags: { caching: !!env.REDIS_URL },
  modules: [
    // One process by itself needs none of them.
    ...(env.REDIS_URL ? redisModules(env.REDIS_URL) : []),
    {
      resolve: "./src/modules/catalystpay",
      options: given({
        encryptionKey: list(env.CATALYSTPAY_ENCRYPTION_KEY),
        // Nothing stands in front of this server, so a forwarded address would be one that the shopper made up.
        clientIp: "socket",
        // All shoppers of the demo and of the tests come from this machine's own address.
        attemptLimits: { perIp: false, ibanChecksPerIp: false },
        ...(accounts ? { accounts: withDefaults(accounts) } : account),
        ...policies,
      }),
    },
    {
      resolve: "@medusajs/medusa/payment",
      dependencies: ["query", "catalystpay"],
      options: { providers },
    },
  ],
})

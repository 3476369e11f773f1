import { defineConfig, loadEnv } from "@medusajs/framework/utils"

/* The configuration of a shop that has installed the package, as the README shows it. */
loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

export default defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:8000,http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  admin: { disable: true },
  plugins: [
    {
      resolve: "medusa-payment-catalystpay",
      options: {
        apiKey: process.env.CATALYSTPAY_API_KEY,
        apiUrl: process.env.CATALYSTPAY_API_URL,
        webhookSecret: process.env.CATALYSTPAY_WEBHOOK_SECRET,
        encryptionKey: process.env.CATALYSTPAY_ENCRYPTION_KEY,
        campaignId: process.env.CATALYSTPAY_CAMPAIGN_ID,
        creditor: { name: "Fresh Shop GmbH", identifier: "DE98ZZZ09999999999", address: "Musterstraße 1, 10115 Berlin" },
        clientIp: "socket",
      },
    },
  ],
  modules: [
    {
      resolve: "@medusajs/medusa/payment",
      dependencies: ["query", "catalystpay"],
      options: {
        providers: [
          { resolve: "medusa-payment-catalystpay/providers/catalystpay", id: "sepa", options: { account: "default" } },
        ],
      },
    },
  ],
})

import { clearKilledRuns, migratedTemplate, removeTestDatabase, startTestDatabase } from "./test-database"

/** Jest's globalSetup: gives Medusa's test runners a PostgreSQL, by the variables they read. */
export default async function globalSetup(): Promise<void> {
  await clearKilledRuns()
  const server = await startTestDatabase()
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      void removeTestDatabase().finally(() => process.exit(1))
    })
  }
  Object.assign(process.env, {
    DB_HOST: server.host === "127.0.0.1" ? "localhost" : server.host,
    DB_PORT: String(server.port),
    DB_USERNAME: server.user,
    DB_PASSWORD: server.password,
    CATALYSTPAY_TEST_TEMPLATE: migratedTemplate(),
    MEDUSA_DISABLE_TELEMETRY: "true",
  })
}

import type { PostgresServer } from "./index"

/**
 * The server that DATABASE_URL names.
 *
 * @throws Error when it is not a PostgreSQL URL
 */
export function givenServer(databaseUrl: string): PostgresServer {
  const url = parse(databaseUrl)
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username || "postgres"),
    password: decodeURIComponent(url.password),
    url: (database) => {
      if (database === undefined) {
        return databaseUrl
      }
      const other = new URL(url)
      other.pathname = `/${database}`
      return other.href
    },
    stop: async () => undefined,
  }
}

function parse(databaseUrl: string): URL {
  // Not quoted in the error: it holds a password.
  const wrong = new Error("DATABASE_URL is not a PostgreSQL URL such as postgres://me:password@localhost:5432/shop.")
  if (!URL.canParse(databaseUrl)) {
    throw wrong
  }
  const url = new URL(databaseUrl)
  if (!["postgres:", "postgresql:"].includes(url.protocol) || !url.hostname) {
    throw wrong
  }
  return url
}

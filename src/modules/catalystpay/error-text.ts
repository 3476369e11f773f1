/** The query builder begins its errors with the statement, and the values in it: session tokens, e-mails, sealed IBANs. */
const STATEMENT = /^\s*(?:select|insert|update|delete|with|begin|commit|rollback|lock)\b[\s\S]* - /i

/**
 * What went wrong, for a log or the ledger: workflows throw copies of errors, which are no `Error` any more. Of a database's
 * error it is what the database said, and never the statement (knex, `compileSqlOnError`).
 */
export function textOf(error: unknown): string {
  const text = typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error)
  return text.replace(STATEMENT, "")
}

/** For whoever logs the errors that we pass on, Medusa's own handler for one: the same error, and without its statement. */
export function withoutStatement(error: unknown): unknown {
  const text = textOf(error)
  return error instanceof Error && error.message !== text ? new Error(text) : error
}

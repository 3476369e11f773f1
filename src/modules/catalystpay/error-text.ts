/** What went wrong, for a log: workflows throw copies of errors, which are no `Error` any more. */
export function textOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error)
}

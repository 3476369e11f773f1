/** Sentences with `{{name}}` where a detail stands: the API fills them in, the dashboard has them in its reader's language. */

/** What stands in the places of a sentence. What others wrote may end with a full stop; so does the sentence. */
export function textValues(details: Readonly<Record<string, unknown>> | null): Record<string, string> {
  const known = Object.entries(details ?? {}).filter(([, value]) => value !== null)
  return Object.fromEntries(known.map(([name, value]) => [name, String(value).replace(/\.$/, "")]))
}

/** Pure: a sentence with its details in place; a question mark where one is not known. */
export function fillIn(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "?")
}

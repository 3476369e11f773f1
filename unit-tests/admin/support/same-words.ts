/** What a language may say in the very words of English, and no other sentence may. */
const EVERYWHERE = ["IBAN", "BIC", "ARN", "Medusa", "Webhook", "Webhooks", "Webhook: {{name}}", "Test"]

const SAME_WORDS: Record<string, readonly string[]> = {
  de: ["Bank", "Browser", "Dashboard", "Gateway", "Live", "Status"],
  es: [],
  fr: ["Note", "Transaction", "Transactions", "pages", "transactions", "{{language}}, version {{version}}"],
  it: ["Account {{account}}", "Account “{{account}}”", "Browser", "Checkout", "Gateway"],
  nl: ["Account {{account}}", "Bank", "Browser", "Checkout", "Dashboard", "Gateway", "Live", "Status"],
}

export function mayBeEnglish(language: string, text: string): boolean {
  return EVERYWHERE.includes(text) || (SAME_WORDS[language] ?? []).includes(text)
}

/** The dashboard's list of debits. */
export function debitsPage(): string {
  return "/catalystpay/debits"
}

/** The dashboard's page of a debit. */
export function debitPage(debitId: string): string {
  return `/catalystpay/debits/${debitId}`
}

/** The dashboard's list of webhooks that were given up. */
export function givenUpWebhooksPage(): string {
  return "/catalystpay/webhooks?status=failed"
}

/** The evidence of a mandate, to be printed. @param attempt the current one unless given */
export function mandatePage(debitId: string, attempt?: number): string {
  const page = `/catalystpay/mandates/${debitId}`
  return attempt === undefined ? page : `${page}?attempt=${attempt}`
}

/** Medusa's own page of an order. */
export function orderPage(orderId: string): string {
  return `/orders/${orderId}`
}

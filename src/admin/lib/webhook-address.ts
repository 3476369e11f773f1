const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]

/** Where the dashboard finds the server. */
export interface Whereabouts {
  /** As the dashboard was built with; a path, or undefined, where it is the page's own host. */
  backend_url: string | undefined
  /** Of the page. */
  origin: string
}

/** Pure: the whole address that CatalystPay is to call. @param url as the server knows it; null where it does not know its host */
export function webhookAddress(webhooks: { url: string | null; path: string }, { backend_url, origin }: Whereabouts): string {
  return webhooks.url ?? new URL(webhooks.path, new URL(backend_url ?? "/", origin)).href
}

/** Pure: whether an address is of use to this machine only, or goes without encryption. */
export function isOutOfReach(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol !== "https:" || LOOPBACK.includes(hostname)
}

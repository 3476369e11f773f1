const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"])

/** Where the API lives. */
export type BaseAddress = {
  origin: string
  /** The path before every call's own, without a slash at its end. */
  prefix: string
}

/** Whether a host, as `URL` writes it, is this machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK_HOSTS.has(hostname)
}

/** @throws TypeError when the address can't be used; the text repeats nothing secret of it. */
export function parseBaseUrl(base_url: string): BaseAddress {
  const url = URL.canParse(base_url) ? new URL(base_url) : null
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw new TypeError("baseUrl must be an address such as https://api.catalystpay.com/api/v1.")
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw new TypeError(`baseUrl must use https: IBANs and the API key would travel to ${url.hostname} in clear.`)
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError("baseUrl must be an address without user name, password, query or fragment.")
  }
  return { origin: url.origin, prefix: url.pathname.replace(/\/+$/, "") }
}

import type { MedusaRequest } from "@medusajs/framework/http"

/**
 * The query string as it came, taken out of the request: Medusa's access log writes the address when the request is
 * done, and a payload with its session token and account number is not for logs.
 */
export function takeRawQuery(req: Pick<MedusaRequest, "originalUrl" | "url">): string {
  const [, query] = split(req.originalUrl)
  req.originalUrl = split(req.originalUrl)[0]
  req.url = split(req.url)[0]
  return query
}

function split(url: string): [path: string, query: string] {
  const at = url.indexOf("?")
  return at === -1 ? [url, ""] : [url.slice(0, at), url.slice(at + 1)]
}

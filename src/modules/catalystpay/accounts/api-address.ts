import { z } from "@medusajs/framework/zod"
import { isLoopback } from "../../../gateway/base-url"

/** CatalystPay's own, production and staging (/guides/getting-started), and whether money moves there. */
const CATALYSTPAY_HOSTS: ReadonlyMap<string, { livemode: boolean }> = new Map([
  ["api.catalystpay.com", { livemode: true }],
  ["api.staging.catalystpay.com", { livemode: false }],
])

/** The address of the API, without a slash at its end: two ways of writing one address are one tenant of CatalystPay. */
export const apiAddress = z
  .string()
  .refine(isSafe, { error: "must be an https address; plain http is accepted for localhost only", abort: true })
  .refine(isPlain, { error: "must be an address without user name, password, query or fragment", abort: true })
  .transform((address) => address.replace(/\/+$/, ""))

/** A host as an address names it, with its port where that is not 443. No patterns: each host is named. */
export const apiHost = z
  .string()
  .refine(
    (host) => /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/i.test(host) && URL.canParse(`https://${host}`),
    "must be a host such as gateway.example.com, with its port where that is not 443",
  )
  .transform((host) => new URL(`https://${host}`).host)

function isSafe(address: string): boolean {
  if (!URL.canParse(address)) {
    return false
  }
  const { protocol, hostname } = new URL(address)
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname))
}

function isPlain(address: string): boolean {
  const { username, password } = new URL(address)
  // Written with nothing behind it, a mark leaves no trace in the parsed address.
  return username === "" && password === "" && !/[?#]/.test(address)
}

/**
 * Whether the API key and IBANs may go to this address: to CatalystPay, to this machine, and to what the merchant has
 * named. A mistyped or planted address must not be all that it takes to have them sent elsewhere.
 * @param address checked by `apiAddress` before
 * @param allowed further hosts, checked by `apiHost`
 */
export function isAllowedApi(address: string, allowed: readonly string[]): boolean {
  const { host, hostname } = new URL(address)
  return isLoopback(hostname) || CATALYSTPAY_HOSTS.has(host) || allowed.includes(host)
}

/** Pure: whether money moves at an address; null where it is not CatalystPay's own, such as a proxy. @param address checked by `apiAddress` */
export function livemodeOf(address: string): boolean | null {
  return CATALYSTPAY_HOSTS.get(new URL(address).host)?.livemode ?? null
}

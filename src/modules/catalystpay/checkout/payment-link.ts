import { z } from "@medusajs/framework/zod"
import { isLoopback } from "../../../gateway/base-url"

const PLACEHOLDERS = ["order_id", "display_id", "country_code", "locale"] as const

/** What of an order can stand in its link. */
export type LinkedOrder = Record<(typeof PLACEHOLDERS)[number], string>

const PLACEHOLDER = /\{([^{}]*)\}/g

/**
 * The option `paymentLink`: an address with `{order_id}` or `{display_id}` in it, and maybe `{country_code}` (two letters,
 * lower case) and `{locale}` (that of the mandate), for the dashboard to copy.
 */
export const paymentLink = z.string().superRefine((template, context) => {
  const refuse = (message: string) => context.addIssue({ code: "custom", message })
  const named = [...template.matchAll(PLACEHOLDER)].map(([, name]) => name)
  const unknown = named.filter((name) => !PLACEHOLDERS.some((known) => known === name))
  if (unknown.length > 0) {
    return refuse(`knows {${PLACEHOLDERS.join("}, {")}}, and not {${unknown.join("}, {")}}`)
  }
  const [one, other] = [filledWith(template, "a"), filledWith(template, "b")]
  if (!one || !other || !isSafe(one)) {
    return refuse("must be an https address; plain http is accepted for localhost only")
  }
  if (one.host !== other.host || one.username + one.password !== "") {
    return refuse("must name its host itself, and neither user name nor password")
  }
  if (!named.includes("order_id") && !named.includes("display_id")) {
    return refuse("must say which order is to be paid, by {order_id} or {display_id}")
  }
})

function filledWith(template: string, text: string): URL | null {
  const address = template.replaceAll(PLACEHOLDER, text)
  return URL.canParse(address) ? new URL(address) : null
}

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname))
}

/** Pure: the link of one order. @param template checked by `paymentLink` before */
export function linkTo(template: string, order: LinkedOrder): string {
  return PLACEHOLDERS.reduce((link, name) => link.replaceAll(`{${name}}`, () => encodeURIComponent(order[name])), template)
}

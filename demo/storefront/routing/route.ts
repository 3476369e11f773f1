/** Every page of the shop and its address. */
export type Route =
  | { page: "home" }
  | { page: "product"; handle: string }
  | { page: "cart" }
  | { page: "log_in" }
  | { page: "account" }
  | { page: "address" }
  | { page: "payment" }
  /** Where the bank's page sends shoppers back to. */
  | { page: "bank_return" }
  | { page: "confirmed"; order_id: string }
  | { page: "order"; order_id: string }
  | { page: "pay_order"; order_id: string }
  | { page: "not_found" }

/** Pure: the page at a path. */
export function routeOf(path: string): Route {
  const [first = "", second, third, ...rest] = path.split("/").filter(Boolean).map(decode)
  if (rest.length > 0) {
    return { page: "not_found" }
  }
  switch (first) {
    case "":
      return { page: "home" }
    case "product":
      return second !== undefined && third === undefined ? { page: "product", handle: second } : { page: "not_found" }
    case "order":
      return second === undefined ? { page: "not_found" } : orderRoute(second, third)
    default:
      return PLAIN.get([first, second, third].filter((part) => part !== undefined).join("/")) ?? { page: "not_found" }
  }
}

const PLAIN: ReadonlyMap<string, Route> = new Map([
  ["cart", { page: "cart" }],
  ["log-in", { page: "log_in" }],
  ["account", { page: "account" }],
  ["checkout/address", { page: "address" }],
  ["checkout/payment", { page: "payment" }],
  ["checkout/return", { page: "bank_return" }],
])

function orderRoute(order_id: string, rest: string | undefined): Route {
  switch (rest) {
    case undefined:
      return { page: "order", order_id }
    case "confirmed":
      return { page: "confirmed", order_id }
    case "pay":
      return { page: "pay_order", order_id }
    default:
      return { page: "not_found" }
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export const PATHS = {
  home: "/",
  cart: "/cart",
  log_in: "/log-in",
  account: "/account",
  address: "/checkout/address",
  payment: "/checkout/payment",
  bank_return: "/checkout/return",
  product: (handle: string) => `/product/${encodeURIComponent(handle)}`,
  order: (id: string) => `/order/${encodeURIComponent(id)}`,
  confirmed: (id: string) => `/order/${encodeURIComponent(id)}/confirmed`,
  pay_order: (id: string) => `/order/${encodeURIComponent(id)}/pay`,
} as const

import { PATHS, routeOf } from "../../../demo/storefront/routing/route"

describe("the addresses of the demo's shop", () => {
  it.each([
    [PATHS.home, { page: "home" }],
    [PATHS.product("enamel-mug"), { page: "product", handle: "enamel-mug" }],
    [PATHS.product("50 % off/now"), { page: "product", handle: "50 % off/now" }],
    [PATHS.cart, { page: "cart" }],
    [PATHS.log_in, { page: "log_in" }],
    [PATHS.account, { page: "account" }],
    [PATHS.address, { page: "address" }],
    [PATHS.payment, { page: "payment" }],
    [PATHS.bank_return, { page: "bank_return" }],
    [PATHS.order("order_1"), { page: "order", order_id: "order_1" }],
    [PATHS.confirmed("order_1"), { page: "confirmed", order_id: "order_1" }],
    [PATHS.pay_order("order_1"), { page: "pay_order", order_id: "order_1" }],
  ])("%s leads to its page", (path, route) => {
    expect(routeOf(path)).toEqual(route)
  })

  it.each(["/nowhere", "/cart/else", "/product", "/product/a/b", "/order", "/order/1/else", "/order/1/pay/now", "/checkout"])(
    "%s leads nowhere",
    (path) => {
      expect(routeOf(path)).toEqual({ page: "not_found" })
    },
  )

  it("takes an address that a browser cannot decode as it stands", () => {
    expect(routeOf("/product/%E0%A4%A")).toEqual({ page: "product", handle: "%E0%A4%A" })
  })
})

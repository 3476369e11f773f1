import { defineMiddlewares, type MiddlewareRoute } from "@medusajs/framework/http"
import { ofOurProvider, refuseIbanInData, rememberRequest, restoreStatus } from "./support/guards"
import { refuseCartChange, refuseWhileInFlight, takeTurn, unlessHarmless } from "./support/in-flight"
import { healStrandedOrder } from "./support/stranded-order"

/** Below `/store/carts/:id`: what changes a cart's total. The last two are Medusa's loyalty plugin's. */
const CART_CHANGES = [
  "line-items",
  "line-items/:line_id",
  "promotions",
  "shipping-methods",
  "taxes",
  "customer",
  "gift-cards",
  "store-credits",
]

const cartChanges: MiddlewareRoute[] = CART_CHANGES.map((path) => ({
  matcher: `/store/carts/:id/${path}`,
  methods: ["POST", "PUT", "DELETE"],
  middlewares: [refuseCartChange],
}))

export default defineMiddlewares({
  routes: [
    {
      matcher: "/store/payment-collections/:id/payment-sessions",
      methods: ["POST"],
      middlewares: [
        restoreStatus,
        ofOurProvider(refuseIbanInData),
        ofOurProvider(takeTurn),
        refuseWhileInFlight,
        rememberRequest,
      ],
    },
    {
      matcher: "/store/carts/:id",
      methods: ["POST"],
      middlewares: [unlessHarmless(refuseCartChange)],
    },
    ...cartChanges,
    {
      matcher: "/store/carts/:id/complete",
      methods: ["POST"],
      middlewares: [restoreStatus, healStrandedOrder, rememberRequest],
    },
    {
      // The signature is over the bytes as sent: the route reads them itself, with a limit of its own.
      matcher: "/hooks/catalystpay/:account",
      methods: ["POST"],
      bodyParser: false,
    },
  ],
})

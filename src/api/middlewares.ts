import { defineMiddlewares } from "@medusajs/framework/http"
import { ofOurProvider, refuseIbanInData, refuseWhileInFlight, rememberRequest, restoreStatus } from "./support/guards"

export default defineMiddlewares({
  routes: [
    {
      matcher: "/store/payment-collections/:id/payment-sessions",
      methods: ["POST"],
      middlewares: [restoreStatus, ofOurProvider(refuseIbanInData), refuseWhileInFlight, rememberRequest],
    },
    {
      matcher: "/store/carts/:id/complete",
      methods: ["POST"],
      middlewares: [restoreStatus, rememberRequest],
    },
    {
      // The signature is over the bytes as sent: the route reads them itself, with a limit of its own.
      matcher: "/hooks/catalystpay/:account",
      methods: ["POST"],
      bodyParser: false,
    },
  ],
})

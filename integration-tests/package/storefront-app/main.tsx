import Medusa from "@medusajs/js-sdk"
import { createSepaClient, en, type SepaOutcome } from "medusa-payment-catalystpay/storefront"
import { SepaDebitForm } from "medusa-payment-catalystpay/storefront/react"
import "medusa-payment-catalystpay/storefront/style.css"
import { createRoot } from "react-dom/client"

const sdk = new Medusa({ baseUrl: "http://localhost:9000", publishableKey: "pk_test" })
const client = createSepaClient(sdk)

/** Fails to compile when the outcomes decay to `any`, or when one of them is forgotten. */
function orderOf(outcome: SepaOutcome): string | null {
  // @ts-expect-error not every outcome has an order
  void outcome.order
  return outcome.type === "placed" || outcome.type === "placed_pending" ? outcome.order.id : null
}

const root = document.getElementById("root")
if (root) {
  createRoot(root).render(
    <SepaDebitForm
      client={client}
      cart={{ id: "cart_1", total: 20.71 }}
      texts={en}
      holderName="Erika Mustermann"
      onPlaced={(outcome) => window.location.assign(`/order/${orderOf(outcome)}`)}
    />,
  )
}

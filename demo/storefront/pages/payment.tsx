import { useEffect, useState } from "react"
import { CheckoutSteps } from "../parts/checkout-steps"
import { DirectDebit } from "../parts/direct-debit"
import { EmptyCart } from "../parts/empty-cart"
import { Loading } from "../parts/loading"
import { PageTitle } from "../parts/page-title"
import { Summary } from "../parts/summary"
import { Redirect, useRouter } from "../routing/router"
import { PATHS } from "../routing/route"
import { memory } from "../shop/memory"
import type { Cart } from "../shop/store"
import { useLoaded } from "../shop/use-loaded"
import { useShop } from "../shop/use-shop"
import { useTexts } from "../texts/language"

export function PaymentPage() {
  const { cart, refreshCart } = useShop()
  // Another tab may have gone on with the payment since.
  const fresh = useLoaded(refreshCart, "")
  if (fresh.state !== "here" || cart === undefined) {
    return <Loading of={fresh.state === "here" ? { state: "loading" } : fresh} />
  }
  if (!cart) {
    return <EmptyCart />
  }
  if (cart.completed_at) {
    return <PlacedAlready cart={cart} />
  }
  if ((cart.items ?? []).length === 0) {
    return <EmptyCart />
  }
  return cart.email && cart.shipping_methods?.[0] ? <Payment cart={cart} /> : <Redirect to={PATHS.address} />
}

function Payment({ cart }: { cart: Cart }) {
  const { payment } = useTexts()
  const { cartIsPlaced } = useShop()
  const { go } = useRouter()
  const { first_name = "", last_name = "" } = cart.shipping_address ?? {}
  // The bank sends every shopper to the same address; this is how the way back from there is known.
  useEffect(() => memory.payingAt.set(null), [])
  return (
    <div className="columns">
      <div className="column">
        <CheckoutSteps current="payment" />
        <PageTitle title={payment.title} />
        <p className="lead">{payment.lead}</p>
        <DirectDebit
          purchase={cart}
          sessions={cart.payment_collection?.payment_sessions ?? []}
          holderName={`${first_name} ${last_name}`.trim()}
          onPlaced={({ id }) => {
            // Back must not lead to the payment of a cart that is an order now.
            go(PATHS.confirmed(id), { replace: true })
            cartIsPlaced(id)
          }}
        />
      </div>
      <Summary of={cart} />
    </div>
  )
}

/**
 * The order was placed while this page was not there to hear of it. The completed cart tells which one. Medusa completes a
 * cart before its payment is authorised, and takes that back where it is not: then it can be paid again.
 */
function PlacedAlready({ cart }: { cart: Cart }) {
  const { store, cartIsPlaced, refreshCart } = useShop()
  const { go } = useRouter()
  const [failed, setFailed] = useState<unknown>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    setFailed(null)
    store.sepa.complete(cart.id).then(async (outcome) => {
      if ("order" in outcome) {
        go(PATHS.confirmed(outcome.order.id), { replace: true })
        cartIsPlaced(outcome.order.id)
      } else {
        await refreshCart()
        setFailed(outcome)
      }
    }).catch(setFailed)
  }, [tries])
  return (
    <Loading
      of={failed === null ? { state: "loading" } : { state: "failed", error: failed, retry: () => setTries((n) => n + 1) }}
    />
  )
}

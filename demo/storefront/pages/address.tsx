import { EmptyCart } from "../parts/empty-cart"
import { AddressForm } from "../parts/address-form"
import { CheckoutSteps } from "../parts/checkout-steps"
import { Loading } from "../parts/loading"
import { PageTitle } from "../parts/page-title"
import { Summary } from "../parts/summary"
import { useLoaded } from "../shop/use-loaded"
import { useShop } from "../shop/use-shop"
import type { Cart } from "../shop/store"
import { useTexts } from "../texts/language"

export function AddressPage() {
  const { cart } = useShop()
  if (cart === undefined) {
    return <Loading of={{ state: "loading" }} />
  }
  return cart && !cart.completed_at && (cart.items ?? []).length > 0 ? <Address cart={cart} /> : <EmptyCart />
}

function Address({ cart }: { cart: Cart }) {
  const { address } = useTexts()
  const { store } = useShop()
  const deliveries = useLoaded(() => store.listDeliveries(cart.id), cart.id)
  return (
    <div className="columns">
      <div className="column">
        <CheckoutSteps current="address" />
        <PageTitle title={address.title} />
        {deliveries.state === "here" ? <AddressForm cart={cart} deliveries={deliveries.value} /> : <Loading of={deliveries} />}
      </div>
      <Summary of={cart} />
    </div>
  )
}

import { readVerificationId } from "medusa-payment-catalystpay/storefront"
import { useState } from "react"
import { Loading } from "../parts/loading"
import { PageTitle } from "../parts/page-title"
import { Redirect } from "../routing/router"
import { PATHS } from "../routing/route"
import { memory } from "../shop/memory"
import { useShop } from "../shop/use-shop"
import { useTexts } from "../texts/language"

/** Where the bank sends shoppers back to: leads on to the payment that they left, if it was in this browser. */
export function BankReturnPage() {
  const { other_device } = useTexts()
  const { cart } = useShop()
  const [returned] = useState(() => readVerificationId(location.search))
  const payingAt = memory.payingAt.get()
  if (payingAt !== null) {
    return <Redirect to={payingAt} returned={returned} />
  }
  if (cart === undefined) {
    return <Loading of={{ state: "loading" }} />
  }
  if (cart) {
    return <Redirect to={PATHS.payment} returned={returned} />
  }
  const orderId = memory.orderId.get()
  if (orderId !== null) {
    // Back for the second time: the first time the order was placed.
    return <Redirect to={PATHS.confirmed(orderId)} />
  }
  return (
    <div className="hero">
      <PageTitle title={other_device.title} />
      <p className="lead">{other_device.text}</p>
    </div>
  )
}

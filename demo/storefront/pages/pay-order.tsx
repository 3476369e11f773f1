import { SepaDebitForm } from "medusa-payment-catalystpay/storefront/react"
import { useEffect } from "react"
import { Loading } from "../parts/loading"
import { PageTitle } from "../parts/page-title"
import { Summary } from "../parts/summary"
import { TestIbans } from "../parts/test-ibans"
import { Link, useRouter } from "../routing/router"
import { PATHS } from "../routing/route"
import { memory } from "../shop/memory"
import { collectionToPay } from "../shop/progress"
import type { Order } from "../shop/store"
import { useLoaded } from "../shop/use-loaded"
import { useShop } from "../shop/use-shop"
import { useTexts } from "../texts/language"

/** Pays an order that was placed, and whose debit did not go through. */
export function PayOrderPage({ orderId }: { orderId: string }) {
  const { store } = useShop()
  const order = useLoaded(() => store.findOrder(orderId), orderId)
  if (order.state !== "here") {
    return <Loading of={order} />
  }
  const collectionId = order.value.status === "canceled" ? null : collectionToPay(order.value)
  return (
    <div className="columns">
      <div className="column">{collectionId === null ? <Paid order={order.value} /> : <Payment order={order.value} collectionId={collectionId} />}</div>
      <Summary of={order.value} />
    </div>
  )
}

function Payment({ order, collectionId }: { order: Order; collectionId: string }) {
  const { sepa, pay_order } = useTexts()
  const { store } = useShop()
  const { go, path, returned } = useRouter()
  const { first_name = "", last_name = "" } = order.shipping_address ?? {}
  useEffect(() => memory.payingAt.set(path), [path])
  return (
    <>
      <PageTitle title={pay_order.title(String(order.display_id ?? ""))} />
      <p className="lead">{pay_order.lead}</p>
      <TestIbans />
      <SepaDebitForm
        client={store.sepa}
        cart={{ order_id: order.id, payment_collection_id: collectionId }}
        texts={sepa}
        holderName={`${first_name} ${last_name}`.trim()}
        verificationId={returned}
        onPlaced={() => {
          memory.payingAt.set(null)
          go(PATHS.order(order.id), { replace: true })
        }}
      />
    </>
  )
}

function Paid({ order }: { order: Order }) {
  const texts = useTexts()
  return (
    <>
      <PageTitle title={texts.order.title(String(order.display_id ?? ""))} />
      <p className="lead">{texts.pay_order.paid}</p>
      <div className="actions">
        <Link to={PATHS.order(order.id)} className="button primary">
          {texts.confirmed.follow}
        </Link>
      </div>
    </>
  )
}

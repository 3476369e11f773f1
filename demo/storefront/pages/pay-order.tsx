import { useEffect } from "react"
import { DirectDebit } from "../parts/direct-debit"
import { Loading } from "../parts/loading"
import { PageTitle } from "../parts/page-title"
import { Summary } from "../parts/summary"
import { Link, useRouter } from "../routing/router"
import { PATHS } from "../routing/route"
import { memory } from "../shop/memory"
import { collectionToPay, type PaymentCollection } from "../shop/progress"
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
  const collection = order.value.status === "canceled" ? null : collectionToPay(order.value)
  return (
    <div className="columns">
      <div className="column">
        {collection ? <Payment order={order.value} collection={collection} /> : <Paid order={order.value} />}
      </div>
      <Summary of={order.value} />
    </div>
  )
}

function Payment({ order, collection }: { order: Order; collection: PaymentCollection }) {
  const { pay_order } = useTexts()
  const { go, path } = useRouter()
  const { first_name = "", last_name = "" } = order.shipping_address ?? {}
  useEffect(() => memory.payingAt.set(path), [path])
  return (
    <>
      <PageTitle title={pay_order.title(String(order.display_id ?? ""))} />
      <p className="lead">{pay_order.lead}</p>
      <DirectDebit
        purchase={{ order_id: order.id, payment_collection_id: collection.id }}
        sessions={collection.payment_sessions ?? []}
        holderName={`${first_name} ${last_name}`.trim()}
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

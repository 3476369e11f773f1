import { FollowedOrder } from "../parts/followed-order"
import { PageTitle } from "../parts/page-title"
import { PaymentProgress } from "../parts/payment-progress"
import { Summary } from "../parts/summary"
import type { Progress } from "../shop/progress"
import type { Order } from "../shop/store"
import { useShop } from "../shop/use-shop"
import { useTexts } from "../texts/language"

export function OrderPage({ orderId }: { orderId: string }) {
  return <FollowedOrder id={orderId}>{(order, progress) => <OrderDetails order={order} progress={progress} />}</FollowedOrder>
}

function OrderDetails({ order, progress }: { order: Order; progress: Progress }) {
  const texts = useTexts()
  const date = new Intl.DateTimeFormat(texts.locale, { dateStyle: "long" }).format(new Date(order.created_at))
  const address = order.shipping_address
  return (
    <div className="columns">
      <div className="column">
        <PageTitle title={texts.order.title(String(order.display_id ?? ""))} />
        <p className="lead">{texts.order.placed_on(date)}</p>
        <section aria-labelledby="payment-title">
          <h2 id="payment-title">{texts.order.payment}</h2>
          <PaymentProgress progress={progress} orderId={order.id} />
        </section>
        {address ? (
          <section aria-labelledby="delivery-title">
            <h2 id="delivery-title">{texts.order.goes_to}</h2>
            <address>
              {address.first_name} {address.last_name}
              <br />
              {address.address_1}
              <br />
              {address.postal_code} {address.city}
            </address>
          </section>
        ) : null}
        <Behind orderId={order.id} />
      </div>
      <Summary of={order} />
    </div>
  )
}

/** Of the demo alone: where the same order is seen from the other side. */
function Behind({ orderId }: { orderId: string }) {
  const { order } = useTexts()
  const { config } = useShop()
  return (
    <div className="behind">
      {config.admin_url === null ? null : <a href={`${config.admin_url}/orders/${orderId}`}>{order.dashboard}</a>}
      {config.sandbox_url === null ? null : <a href={`${config.sandbox_url}/control/deliveries`}>{order.deliveries}</a>}
    </div>
  )
}

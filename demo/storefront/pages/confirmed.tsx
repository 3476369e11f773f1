import { FollowedOrder } from "../parts/followed-order"
import { PageTitle } from "../parts/page-title"
import { PaymentProgress } from "../parts/payment-progress"
import { Summary } from "../parts/summary"
import { Link } from "../routing/router"
import { PATHS } from "../routing/route"
import { useTexts } from "../texts/language"

export function ConfirmedPage({ orderId }: { orderId: string }) {
  const { confirmed } = useTexts()
  return (
    <FollowedOrder id={orderId}>
      {(order, progress) => (
        <div className="columns">
          <div className="column">
            <PageTitle title={confirmed.title} />
            <p className="lead">{confirmed.text(String(order.display_id ?? ""), order.email ?? "")}</p>
            <PaymentProgress progress={progress} orderId={order.id} />
            <div className="actions">
              <Link to={PATHS.order(order.id)} className="button primary">
                {confirmed.follow}
              </Link>
              <Link to={PATHS.home} className="button">
                {confirmed.again}
              </Link>
            </div>
          </div>
          <Summary of={order} />
        </div>
      )}
    </FollowedOrder>
  )
}

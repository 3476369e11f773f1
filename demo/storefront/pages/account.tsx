import { Loading } from "../parts/loading"
import { PageTitle } from "../parts/page-title"
import { Link, useRouter } from "../routing/router"
import { PATHS } from "../routing/route"
import type { Customer } from "../shop/store"
import { useLoaded } from "../shop/use-loaded"
import { useShop } from "../shop/use-shop"
import { money, useTexts } from "../texts/language"
import { LogInPage } from "./log-in"

export function AccountPage() {
  const { customer } = useShop()
  return customer ? <Account customer={customer} /> : <LogInPage />
}

function Account({ customer }: { customer: Customer }) {
  const texts = useTexts()
  const { store, logOut } = useShop()
  const { go } = useRouter()
  const orders = useLoaded(store.listOrders, customer.id)
  const date = new Intl.DateTimeFormat(texts.locale, { dateStyle: "medium" })
  return (
    <div className="narrow">
      <PageTitle title={texts.account.title(customer.first_name ?? customer.email)} />
      <h2>{texts.account.orders}</h2>
      {orders.state !== "here" ? (
        <Loading of={orders} />
      ) : orders.value.length === 0 ? (
        <p className="lead">{texts.account.none}</p>
      ) : (
        <ul className="orders">
          {orders.value.map((order) => (
            <li key={order.id}>
              <Link to={PATHS.order(order.id)}>{texts.account.order(String(order.display_id ?? ""))}</Link>
              <span>{date.format(new Date(order.created_at))}</span>
              <span>{money(texts, order.total, order.currency_code)}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            void logOut().then(() => go(PATHS.home))
          }}
        >
          {texts.account.log_out}
        </button>
      </div>
    </div>
  )
}

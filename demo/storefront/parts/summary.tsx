import type { Cart, Order } from "../shop/store"
import { inLanguage, money, useTexts } from "../texts/language"
import { Picture } from "./picture"

/** What is bought, and what it comes to. */
export function Summary({ of }: { of: Cart | Order }) {
  const texts = useTexts()
  const { summary } = texts
  const price = (amount: number) => money(texts, amount, of.currency_code)
  const [method] = of.shipping_methods ?? []
  return (
    <aside className="summary" aria-labelledby="summary-title">
      <h2 id="summary-title">{summary.title}</h2>
      <ul className="summary-items">
        {(of.items ?? []).map((item) => (
          <li key={item.id}>
            <Picture of={item.product_handle} />
            <span className="summary-name">
              {inLanguage(texts, item.product_title)}
              <small>
                {item.quantity} × {inLanguage(texts, item.variant_title)}
              </small>
            </span>
            <span>{price(item.unit_price * item.quantity)}</span>
          </li>
        ))}
      </ul>
      <dl className="sums">
        <div>
          <dt>{method ? `${summary.delivery} (${inLanguage(texts, method.name)})` : summary.delivery}</dt>
          <dd>{method ? price(of.shipping_subtotal) : summary.delivery_later}</dd>
        </div>
        <div>
          <dt>{summary.tax}</dt>
          <dd>{price(of.tax_total)}</dd>
        </div>
        <div className="sum-total">
          <dt>{summary.total}</dt>
          <dd>{price(of.total)}</dd>
        </div>
      </dl>
    </aside>
  )
}

import { useState } from "react"
import { CheckoutSteps } from "../parts/checkout-steps"
import { EmptyCart } from "../parts/empty-cart"
import { Loading } from "../parts/loading"
import { PageTitle } from "../parts/page-title"
import { Picture } from "../parts/picture"
import { Summary } from "../parts/summary"
import { Trouble } from "../parts/trouble"
import { Link } from "../routing/router"
import { PATHS } from "../routing/route"
import type { Cart } from "../shop/store"
import { useShop } from "../shop/use-shop"
import { inLanguage, money, useTexts } from "../texts/language"

const MOST = 9

export function CartPage() {
  const { cart } = useShop()
  if (cart === undefined) {
    return <Loading of={{ state: "loading" }} />
  }
  return cart && !cart.completed_at && (cart.items ?? []).length > 0 ? <FilledCart cart={cart} /> : <EmptyCart />
}

function FilledCart({ cart }: { cart: Cart }) {
  const texts = useTexts()
  const { store, setCart } = useShop()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function change(itemId: string, quantity: number): Promise<void> {
    setBusy(true)
    setError(null)
    try {
      setCart(await store.setQuantity(cart.id, itemId, quantity))
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="columns">
      <div className="column">
        <CheckoutSteps current="cart" />
        <PageTitle title={texts.cart.title} />
        <Trouble error={error} />
        <ul className="cart-items" aria-busy={busy}>
          {[...(cart.items ?? [])].sort((a, b) => a.id.localeCompare(b.id)).map((item) => {
            const name = `${inLanguage(texts, item.product_title)}, ${inLanguage(texts, item.variant_title)}`
            return (
              <li key={item.id}>
                <Picture of={item.product_handle} />
                <div className="cart-name">
                  <strong>{inLanguage(texts, item.product_title)}</strong>
                  <span>{inLanguage(texts, item.variant_title)}</span>
                  <span>{money(texts, item.unit_price, cart.currency_code)}</span>
                </div>
                <div className="cart-change">
                  <select
                    aria-label={texts.cart.quantity(name)}
                    value={item.quantity}
                    disabled={busy}
                    onChange={(event) => void change(item.id, Number(event.target.value))}
                  >
                    {Array.from({ length: Math.max(MOST, item.quantity) }, (_, index) => (
                      <option key={index}>{index + 1}</option>
                    ))}
                  </select>
                  <button
                    type="button"
                    className="quiet"
                    aria-label={texts.cart.remove(name)}
                    disabled={busy}
                    onClick={() => void change(item.id, 0)}
                  >
                    <svg viewBox="0 0 24 24" aria-hidden="true">
                      <path d="M6 6l12 12M18 6L6 18" />
                    </svg>
                  </button>
                </div>
              </li>
            )
          })}
        </ul>
        <div className="actions">
          <Link to={PATHS.address} className="button primary">
            {texts.cart.checkout}
          </Link>
        </div>
      </div>
      <Summary of={cart} />
    </div>
  )
}

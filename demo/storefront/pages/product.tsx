import { useState, type FormEvent } from "react"
import { Loading } from "../parts/loading"
import { PageTitle } from "../parts/page-title"
import { Picture } from "../parts/picture"
import { Trouble } from "../parts/trouble"
import { Link } from "../routing/router"
import { PATHS } from "../routing/route"
import { priceOf } from "../shop/prices"
import type { Product } from "../shop/store"
import { useLoaded } from "../shop/use-loaded"
import { useShop } from "../shop/use-shop"
import { inLanguage, money, useTexts } from "../texts/language"
import { NotFoundPage } from "./not-found"

export function ProductPage({ handle }: { handle: string }) {
  const { store } = useShop()
  const products = useLoaded(store.listProducts, "")
  if (products.state !== "here") {
    return <Loading of={products} />
  }
  const product = products.value.find((one) => one.handle === handle)
  return product ? <Offer product={product} /> : <NotFoundPage />
}

function Offer({ product }: { product: Product }) {
  const texts = useTexts()
  const { store, needCart, setCart } = useShop()
  const variants = product.variants ?? []
  const [variantId, setVariantId] = useState(variants[0]?.id ?? "")
  const [state, setState] = useState<"idle" | "adding" | "added">("idle")
  const [error, setError] = useState<unknown>(null)
  const chosen = variants.find(({ id }) => id === variantId)
  const title = inLanguage(texts, product.title)

  async function add(): Promise<void> {
    setState("adding")
    setError(null)
    try {
      const cart = await needCart()
      setCart(await store.addItem(cart.id, variantId, 1))
      setState("added")
    } catch (failure) {
      setError(failure)
      setState("idle")
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (state !== "adding") {
      void add()
    }
  }

  return (
    <article className="offer">
      <Picture of={product.handle} />
      <form className="offer-text" onSubmit={submit}>
        <PageTitle title={title} />
        <p className="lead">{inLanguage(texts, product.description)}</p>
        <fieldset className="choices">
          <legend>{inLanguage(texts, product.options?.[0]?.title)}</legend>
          {variants.map((variant) => (
            <label key={variant.id} className="choice">
              <input
                type="radio"
                name="variant"
                checked={variant.id === variantId}
                onChange={() => setVariantId(variant.id)}
              />
              <span>{inLanguage(texts, variant.title)}</span>
            </label>
          ))}
        </fieldset>
        <p className="offer-price">
          {money(texts, chosen ? priceOf(chosen) : 0)} <small>{texts.product.without_tax}</small>
        </p>
        <Trouble error={error} />
        <div className="actions">
          <button type="submit" className="button primary" aria-disabled={state === "adding" || undefined}>
            {state === "adding" ? texts.product.adding : texts.product.add}
          </button>
          <p className="added" role="status">
            {state === "added" ? (
              <>
                {texts.product.added} <Link to={PATHS.cart}>{texts.product.to_cart}</Link>
              </>
            ) : null}
          </p>
        </div>
      </form>
    </article>
  )
}

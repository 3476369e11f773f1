import { Loading } from "../parts/loading"
import { PageTitle } from "../parts/page-title"
import { Picture } from "../parts/picture"
import { Link } from "../routing/router"
import { PATHS } from "../routing/route"
import { isPriceFromTo, lowestPrice } from "../shop/prices"
import type { Product } from "../shop/store"
import { useLoaded } from "../shop/use-loaded"
import { useShop } from "../shop/use-shop"
import { inLanguage, money, useTexts } from "../texts/language"

export function HomePage() {
  const { store } = useShop()
  const { home } = useTexts()
  const products = useLoaded(store.listProducts, "")
  return (
    <>
      <div className="hero">
        <PageTitle title={home.title} />
        <p className="lead">{home.lead}</p>
      </div>
      {products.state === "here" ? (
        <ul className="products">
          {products.value.map((product) => (
            <ProductCard key={product.id} product={product} />
          ))}
        </ul>
      ) : (
        <Loading of={products} />
      )}
    </>
  )
}

function ProductCard({ product }: { product: Product }) {
  const texts = useTexts()
  const variants = product.variants ?? []
  const price = money(texts, lowestPrice(variants))
  return (
    <li className="product-card">
      <Link to={PATHS.product(product.handle)}>
        <Picture of={product.handle} />
        <span className="product-name">{inLanguage(texts, product.title)}</span>
        <span className="product-price">{isPriceFromTo(variants) ? texts.home.from(price) : price}</span>
      </Link>
    </li>
  )
}

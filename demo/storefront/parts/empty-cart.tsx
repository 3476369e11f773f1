import { Link } from "../routing/router"
import { PATHS } from "../routing/route"
import { useTexts } from "../texts/language"
import { PageTitle } from "./page-title"

export function EmptyCart() {
  const { cart } = useTexts()
  return (
    <div className="hero">
      <PageTitle title={cart.title} />
      <p className="lead">{cart.empty}</p>
      <div className="actions">
        <Link to={PATHS.home} className="button primary">
          {cart.go_shopping}
        </Link>
      </div>
    </div>
  )
}

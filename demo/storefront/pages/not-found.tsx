import { PageTitle } from "../parts/page-title"
import { Link } from "../routing/router"
import { PATHS } from "../routing/route"
import { useTexts } from "../texts/language"

export function NotFoundPage() {
  const { not_found, cart } = useTexts()
  return (
    <div className="hero">
      <PageTitle title={not_found.title} />
      <p className="lead">{not_found.text}</p>
      <div className="actions">
        <Link to={PATHS.home} className="button primary">
          {cart.go_shopping}
        </Link>
      </div>
    </div>
  )
}

import { Link } from "../routing/router"
import { PATHS } from "../routing/route"
import { useTexts } from "../texts/language"
import { PageTitle } from "./page-title"

/** A page with nothing to do on it, and the way back to the shelf. */
export function GoShopping({ title, text }: { title: string; text: string }) {
  const { cart } = useTexts()
  return (
    <div className="hero">
      <PageTitle title={title} />
      <p className="lead">{text}</p>
      <div className="actions">
        <Link to={PATHS.home} className="button primary">
          {cart.go_shopping}
        </Link>
      </div>
    </div>
  )
}

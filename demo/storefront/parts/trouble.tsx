import { Link } from "../routing/router"
import { PATHS } from "../routing/route"
import { troubleOf } from "../shop/store"
import { useTexts } from "../texts/language"

/** A change that the shop refused, or did not answer. */
export function Trouble({ error }: { error: unknown }) {
  const { cart, shell } = useTexts()
  if (error === null) {
    return null
  }
  const { status, message } = troubleOf(error)
  if (status === 409) {
    return (
      <p className="notice" role="alert">
        {cart.in_payment} <Link to={PATHS.payment}>{cart.to_payment}</Link>
      </p>
    )
  }
  return (
    <p className="notice bad" role="alert">
      {status === null ? shell.unreachable : message}
    </p>
  )
}

import { useParams, useSearchParams } from "react-router-dom"
import { MandateWord } from "../../../../components/evidence/mandate-word"
import { MandatePage } from "../../../../components/evidence/mandate-page"

/** The evidence of a debit's mandate, to be printed. It has no label, so no menu shows it. */
const MandateRoute = () => {
  const { id = "" } = useParams()
  const [search] = useSearchParams()
  return <MandatePage debitId={id} attempt={search.get("attempt")} />
}

export const handle = { breadcrumb: () => <MandateWord /> }

export default MandateRoute

import { useParams, type UIMatch } from "react-router-dom"
import { DebitPage } from "../../../../components/debit-page/debit-page"

/** The key forgets one debit when the page shows another. */
const DebitDetailPage = () => {
  const { id = "" } = useParams()
  return <DebitPage key={id} debitId={id} />
}

export const handle = { breadcrumb: ({ params }: UIMatch) => params.id }

export default DebitDetailPage

import { Container, Text } from "@medusajs/ui"
import { isNotFound, useDebit } from "../../lib/use-debit"
import { useTexts } from "../../lib/use-texts"
import { Loading, LoadingFailed } from "../loading"
import { DebitColumns } from "./debit-columns"

/** Everything about one debit, on a page of its own. */
export const DebitPage = ({ debitId }: { debitId: string }) => {
  const { t } = useTexts()
  const { data: debit, error, refetch } = useDebit(debitId)
  if (debit) {
    return <DebitColumns debit={debit} />
  }
  return (
    <Container className="p-0">
      {isNotFound(error) && <Text className="px-6 py-4">{t("lists.debits.gone")}</Text>}
      {error && !isNotFound(error) && <LoadingFailed onRetry={() => void refetch()} />}
      {!error && <Loading />}
    </Container>
  )
}

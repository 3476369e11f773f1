import { ourSessions, paymentRevision, relevantDebits, type OrderPayments } from "../lib/order-payments"
import { useOrderDebits } from "../lib/use-order-debits"
import { DebitPanel } from "./debit-panel"
import { Loading, LoadingFailed } from "./loading"
import { Panel } from "./panel"

interface OrderDebitsProps {
  orderId: string
  order: OrderPayments
}

/**
 * A panel for each debit, the newest first. Nothing on orders that direct debit has no part in: those show neither a
 * frame that loads nor one that failed.
 */
export const OrderDebits = ({ orderId, order }: OrderDebitsProps) => {
  const sessions = ourSessions(order)
  const { data, isPending, isError, refetch } = useOrderDebits(orderId, paymentRevision(order))
  if (!data) {
    const paysByDebit = sessions.length > 0
    return paysByDebit && (isPending || isError) ? (
      <Panel>{isError ? <LoadingFailed onRetry={() => void refetch()} /> : <Loading />}</Panel>
    ) : null
  }
  const debits = relevantDebits(data, sessions)
  if (debits.length === 0) {
    return null
  }
  return (
    <div className="flex flex-col gap-y-3">
      {debits.map((debit, index) => (
        <DebitPanel key={debit.id} debit={debit} initiallyOpen={index === 0} />
      ))}
    </div>
  )
}

import { ourSessions, paymentRevision, relevantDebits, type OrderPayments } from "../lib/order-payments"
import { useOrderDebits } from "../lib/use-order-debits"
import { DebitCard } from "./debit-card"
import { DebitsPanel } from "./debits-panel"
import { FailedPanel, LoadingPanel } from "./panel-states"

interface OrderDebitsProps {
  orderId: string
  order: OrderPayments
}

/** Nothing on orders that direct debit has no part in: those show neither a frame that loads nor one that failed. */
export const OrderDebits = ({ orderId, order }: OrderDebitsProps) => {
  const sessions = ourSessions(order)
  const { data, isPending, isError, refetch } = useOrderDebits(orderId, paymentRevision(order))
  if (!data) {
    const paysByDebit = sessions.length > 0
    return paysByDebit && (isPending || isError) ? (
      <DebitsPanel>{isError ? <FailedPanel onRetry={() => void refetch()} /> : <LoadingPanel />}</DebitsPanel>
    ) : null
  }
  const debits = relevantDebits(data, sessions)
  if (debits.length === 0) {
    return null
  }
  return (
    <DebitsPanel>
      {debits.map((debit, index) => (
        <DebitCard key={debit.id} debit={debit} initiallyOpen={index === 0} />
      ))}
    </DebitsPanel>
  )
}

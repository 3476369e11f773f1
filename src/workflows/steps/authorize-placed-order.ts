import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, PaymentSessionStatus } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { authorizePaymentSessionForOrderWorkflow } from "@medusajs/medusa/core-flows"
import { writeSession } from "../session-writer"
import { underCartLock } from "./cart-lock"

export interface PlacedOrderInput {
  /** Medusa's payment session of an order that is already placed. */
  payment_session_id: string
  /** The cart it came from: its lock keeps a completion and a webhook out. */
  cart_id: string | null
  /**
   * Also authorises a session that Medusa does not hold as waiting: the shopper pays the placed order again, or the
   * process that placed it died before Medusa wrote down that it waits.
   */
  unawaited?: boolean
}

const sessionRows = z.array(
  z.object({ status: z.string(), payment_collection_id: z.string(), payment: z.object({ id: z.string() }).nullish() }),
)
const orderRows = z.array(
  z.object({
    order: z.object({ id: z.string(), canceled_at: z.union([z.string(), z.date()]).nullish() }).nullish(),
  }),
)

type Session = z.output<typeof sessionRows>[number]

/**
 * Lets Medusa ask the provider again what became of a payment that a placed order waits for. Whatever the debit came to
 * is the answer: a payment, a session in error, or more waiting.
 */
export const authorizePlacedOrderStep = createStep(
  "catalystpay-authorize-placed-order",
  async (input: PlacedOrderInput, { container }) => {
    const key = input.cart_id ?? (await orderOf(container, input.payment_session_id))
    if (key) {
      await underCartLock(container, key, () => authorizeIfAwaited(container, input))
    }
    return new StepResponse()
  },
)

async function authorizeIfAwaited(container: MedusaContainer, input: PlacedOrderInput): Promise<void> {
  const { payment_session_id } = input
  const session = await findSession(container, payment_session_id)
  if (!session || session.payment) {
    return
  }
  if (!isAwaited(session)) {
    if (!input.unawaited || !(await orderOf(container, payment_session_id))) {
      return
    }
    // Medusa authorises for an order only what it knows to be waiting; a process that dies here leaves just that.
    await writeSession(container, { id: payment_session_id, status: PaymentSessionStatus.PENDING_AUTHORIZATION })
  }
  const { errors } = await authorizePaymentSessionForOrderWorkflow(container).run({
    input: { payment_session_id },
    throwOnError: false,
  })
  // A debit that was declined makes Medusa write the session down as failed, and then throw.
  const now = errors.length > 0 ? await findSession(container, payment_session_id) : undefined
  if (isAwaited(now)) {
    throw errors[0]?.error
  }
}

function isAwaited(session: Session | undefined): boolean {
  return session?.status === PaymentSessionStatus.PENDING_AUTHORIZATION
}

async function findSession(container: MedusaContainer, payment_session_id: string): Promise<Session | undefined> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_session",
    fields: ["status", "payment_collection_id", "payment.id"],
    filters: { id: payment_session_id },
  })
  return sessionRows.parse(data)[0]
}

/** The id of the order that the session's collection belongs to; null where none stands. */
async function orderOf(container: MedusaContainer, payment_session_id: string): Promise<string | null> {
  const session = await findSession(container, payment_session_id)
  if (!session) {
    return null
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_payment_collection",
    fields: ["order.id", "order.canceled_at"],
    filters: { payment_collection_id: session.payment_collection_id },
  })
  const order = orderRows.parse(data)[0]?.order
  return order && !order.canceled_at ? order.id : null
}

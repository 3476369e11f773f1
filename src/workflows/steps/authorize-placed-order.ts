import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, PaymentSessionStatus } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { authorizePaymentSessionForOrderWorkflow } from "@medusajs/medusa/core-flows"

export interface PlacedOrderInput {
  /** Medusa's payment session of an order that is already placed. */
  payment_session_id: string
  /** The cart it came from: its lock keeps a completion and a webhook out. */
  cart_id: string | null
}

const LOCK_SECONDS = 30
const sessionRows = z.array(z.object({ status: z.string() }))

/**
 * Lets Medusa ask the provider again what became of a payment that a placed order waits for. Whatever the debit came to
 * is the answer: a payment, a session in error, or more waiting.
 */
export const authorizePlacedOrderStep = createStep(
  "catalystpay-authorize-placed-order",
  async (input: PlacedOrderInput, { container }) => {
    const authorize = () => authorizeIfAwaited(container, input.payment_session_id)
    if (input.cart_id) {
      await container.resolve(Modules.LOCKING).execute([input.cart_id], authorize, { timeout: LOCK_SECONDS })
    } else {
      await authorize()
    }
    return new StepResponse()
  },
)

async function authorizeIfAwaited(container: MedusaContainer, payment_session_id: string): Promise<void> {
  if ((await statusOf(container, payment_session_id)) !== PaymentSessionStatus.PENDING_AUTHORIZATION) {
    return
  }
  const { errors } = await authorizePaymentSessionForOrderWorkflow(container).run({
    input: { payment_session_id },
    throwOnError: false,
  })
  // A debit that was declined makes Medusa write the session down as failed, and then throw.
  if (errors.length > 0 && (await statusOf(container, payment_session_id)) === PaymentSessionStatus.PENDING_AUTHORIZATION) {
    throw errors[0]?.error
  }
}

async function statusOf(container: MedusaContainer, payment_session_id: string): Promise<string | undefined> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_session",
    fields: ["status"],
    filters: { id: payment_session_id },
  })
  return sessionRows.parse(data)[0]?.status
}

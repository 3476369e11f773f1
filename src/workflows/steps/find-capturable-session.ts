import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../modules/catalystpay"

export interface CaptureInput {
  /** Medusa's payment session of an approved debit. */
  payment_session_id: string
}

/** What Medusa's own workflow needs to book the money; null when there is nothing to book. */
export interface CapturableSession {
  session_id: string
  /** The session's own, unrounded amount in major units: a rounded one would be a partial capture in Medusa's eyes. */
  amount: string
}

const timestamp = z.union([z.string(), z.date()]).nullish()

const sessionRows = z.array(
  z.object({
    payment_collection_id: z.string(),
    raw_amount: z.object({ value: z.union([z.string(), z.number()]) }),
    payment: z.object({ captured_at: timestamp, canceled_at: timestamp }).nullish(),
  }),
)

const orderRows = z.array(z.object({ order: z.object({ canceled_at: timestamp }).nullish() }))

/**
 * Looks whether an approved debit can be booked: the session must exist (Medusa takes an arbitrary cart for one it does
 * not know), must not be captured already, and its order must not be cancelled.
 */
export const findCapturableSessionStep = createStep(
  "catalystpay-find-capturable-session",
  async ({ payment_session_id }: CaptureInput, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const ledger = container.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
    const { data: sessions } = await query.graph({
      entity: "payment_session",
      fields: ["id", "raw_amount", "payment_collection_id", "payment.captured_at", "payment.canceled_at"],
      filters: { id: payment_session_id },
    })
    const session = sessionRows.parse(sessions)[0]
    const debit = await ledger.findBySession(payment_session_id)
    if (!session || !debit || debit.status !== "approved" || session.payment?.captured_at) {
      return new StepResponse<CapturableSession | null>(null)
    }
    const { data: orders } = await query.graph({
      entity: "order_payment_collection",
      fields: ["order.id", "order.canceled_at"],
      filters: { payment_collection_id: session.payment_collection_id },
    })
    const cancelled = !!orderRows.parse(orders)[0]?.order?.canceled_at || !!session.payment?.canceled_at
    if (cancelled) {
      return new StepResponse<CapturableSession | null>(null)
    }
    const amount = String(session.raw_amount.value)
    return new StepResponse<CapturableSession | null>({ session_id: payment_session_id, amount })
  },
)

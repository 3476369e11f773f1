import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { textOf } from "../../modules/catalystpay/error-text"
import { agreeWithLedger } from "../../workflows/agreement"
import type { Guard } from "./guards"
import { resolveLedger } from "./ledger"
import { isId } from "./payment-session"

const cartRows = z.array(z.object({ completed_at: z.union([z.string(), z.date()]).nullish() }))

/**
 * The shopper presses pay again after the process that placed the order had died: Medusa would answer with the order and
 * ask nobody about its payment. What keeps the two from being compared keeps no shopper from an answer.
 */
export const healStrandedOrder: Guard = (req, _res, next) => {
  const cartId = req.params.id ?? ""
  const healed = isId(cartId) ? heal(req.scope, cartId) : Promise.resolve()
  healed.then(
    () => next(),
    (error: unknown) => {
      const why = textOf(error)
      req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`The order of cart ${cartId} could not be compared with the ledger. ${why}`)
      next()
    },
  )
}

async function heal(scope: MedusaContainer, cartId: string): Promise<void> {
  const [newest] = await resolveLedger(scope).findByCart(cartId)
  if (newest && (await isCompleted(scope, cartId))) {
    await agreeWithLedger(scope, newest.id)
  }
}

/** Of a cart that does not exist, and of one that is open, Medusa itself says what it has to say. */
export async function isCompleted(scope: MedusaContainer, cartId: string): Promise<boolean> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "cart", fields: ["completed_at"], filters: { id: cartId } })
  return !!cartRows.parse(data)[0]?.completed_at
}

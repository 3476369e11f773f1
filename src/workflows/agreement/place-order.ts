import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { textOf } from "../../modules/catalystpay/error-text"

/** Completes a cart whose debit was approved after the shopper had left. What keeps it from an order is for the log. */
export async function placeOrder(container: MedusaContainer, cartId: string): Promise<void> {
  const { errors } = await completeCartWorkflow(container).run({ input: { id: cartId }, throwOnError: false })
  if (errors.length > 0) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const why = errors.map(({ error }) => textOf(error)).join("; ")
    logger.error(`Cart ${cartId} is paid by an approved debit, and its order could not be placed. ${why}`)
  }
}

import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Person } from "../../modules/catalystpay/data-rights/person"

/** Whose data is meant; give at least one of them, and both for somebody who also bought as a guest. */
export interface CustomerInput {
  /** Medusa's customer: all debits of the account, whatever e-mail they bear. */
  customer_id?: string
  /** Of a guest, in any case: debits of the customers, guests among them, who have this e-mail in Medusa, and of nobody else. */
  email?: string
}

/**
 * Who is meant, in Medusa's terms.
 * @throws MedusaError `invalid_data` when neither a customer nor an e-mail is given
 */
export const findPersonStep = createStep("catalystpay-find-person", async (input: CustomerInput, { container }) => {
  const email = input.email?.trim().toLowerCase()
  if (!input.customer_id && !email) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "Give the customer_id, or the email, of the person whose data is meant.")
  }
  const named = input.customer_id ? [input.customer_id] : []
  // Also customers that the store has deleted: their debits are still there.
  const customers = email
    ? await container
        .resolve(Modules.CUSTOMER)
        .listCustomers({ email: { $ilike: withoutWildcards(email) } }, { select: ["id", "email"], withDeleted: true, take: null })
    : []
  const ofEmail = customers.filter((customer) => customer.email?.trim().toLowerCase() === email).map(({ id }) => id)
  return new StepResponse<Person>({ customer_ids: [...new Set([...named, ...ofEmail])], emails: email ? [email] : [] })
})

function withoutWildcards(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`)
}

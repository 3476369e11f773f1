import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { DebitRecord } from "../../modules/catalystpay/debit-record"
import { CatalystPayError } from "../../modules/catalystpay/errors"
import { resolveLedger } from "./ledger"

/** Every provider of ours: `pp_catalystpay` with whatever id the merchant gave it. */
export const PROVIDER_PREFIX = "pp_catalystpay"

const ANSWER_FIELDS = ["id", "amount", "currency_code", "provider_id", "status", "data", "payment_collection_id", "created_at"]

const sessionRows = z.array(z.object({ id: z.string(), provider_id: z.string(), payment_collection_id: z.string() }))

const ownerRows = z.array(
  z.object({
    cart: z.object({ customer: z.object({ id: z.string(), has_account: z.boolean() }).nullish() }).nullish(),
  }),
)

/**
 * The debit behind a payment session, for the shopper who may see it. Unknown, another provider's, or a registered
 * customer's who is not logged in: one and the same answer, so that ids cannot be probed.
 * @throws CatalystPayError `session_not_found`
 */
export async function accessDebit(req: AuthenticatedMedusaRequest, sessionId: string): Promise<DebitRecord> {
  const session = await findSession(req, sessionId)
  const ours = session?.provider_id === PROVIDER_PREFIX || session?.provider_id.startsWith(`${PROVIDER_PREFIX}_`)
  const debit = session && ours ? await resolveLedger(req.scope).findBySession(session.id) : null
  if (!debit || !session || !(await mayAccess(req, session.payment_collection_id))) {
    throw new CatalystPayError("session_not_found", { developer: "There is no such payment session." })
  }
  return debit
}

/** What cannot be an id is not looked for: PostgreSQL fails on a NUL character. */
export function isId(text: string): boolean {
  return /^[\w-]{1,64}$/.test(text)
}

async function findSession(
  req: AuthenticatedMedusaRequest,
  id: string,
): Promise<z.output<typeof sessionRows>[number] | undefined> {
  if (!isId(id)) {
    return undefined
  }
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_session",
    fields: ["id", "provider_id", "payment_collection_id"],
    filters: { id },
  })
  return sessionRows.parse(data)[0]
}

async function mayAccess(req: AuthenticatedMedusaRequest, paymentCollectionId: string): Promise<boolean> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart_payment_collection",
    fields: ["cart.id", "cart.customer.id", "cart.customer.has_account"],
    filters: { payment_collection_id: paymentCollectionId },
  })
  const customer = ownerRows.parse(data)[0]?.cart?.customer
  return !customer?.has_account || req.auth_context?.actor_id === customer.id
}

/** Updates without calling the provider; the type lacks it, the module has it (medusa-notes, section 2). */
interface SessionWriter {
  updatePaymentSessions(session: { id: string; data: Record<string, unknown> }): Promise<unknown>
}

/** Writes the debit's public face into Medusa's session and answers with the session as the store API shows it. */
export async function publishDebit(scope: MedusaContainer, debit: DebitRecord): Promise<Record<string, unknown>> {
  const data = await resolveLedger(scope).publicData(debit)
  await scope.resolve<SessionWriter>(Modules.PAYMENT).updatePaymentSessions({ id: debit.payment_session_id, data })
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data: sessions } = await query.graph({
    entity: "payment_session",
    fields: ANSWER_FIELDS,
    filters: { id: debit.payment_session_id },
  })
  return z.record(z.string(), z.unknown()).parse(sessions[0])
}

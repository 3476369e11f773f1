import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { DebitRecord } from "../../modules/catalystpay/debits/debit-record"
import { CatalystPayError } from "../../modules/catalystpay/errors"
import { isOurProvider } from "../../modules/catalystpay/accounts/provider-ids"
import { writeSession } from "../../workflows/session-writer"
import { resolveLedger } from "./ledger"

const ANSWER_FIELDS = ["id", "amount", "currency_code", "provider_id", "status", "data", "payment_collection_id", "created_at"]

const sessionRows = z.array(z.object({ id: z.string(), provider_id: z.string(), payment_collection_id: z.string() }))

const customer = z.object({ id: z.string(), has_account: z.boolean() }).nullish()
const ownerRows = z.array(
  z.object({ cart: z.object({ customer }).nullish(), order: z.object({ customer }).nullish() }),
)

/**
 * The debit behind a payment session, for the shopper who may see it. Unknown, another provider's, or a registered
 * customer's who is not logged in: one and the same answer, so that ids cannot be probed.
 * @throws CatalystPayError `session_not_found`
 */
export async function accessDebit(req: AuthenticatedMedusaRequest, sessionId: string): Promise<DebitRecord> {
  const session = await findSession(req, sessionId)
  const debit = session && isOurProvider(session.provider_id) ? await resolveLedger(req.scope).findBySession(session.id) : null
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

/** Of a placed order its own customer decides: an order may have been handed over, or paid by a collection without a cart. */
async function mayAccess(req: AuthenticatedMedusaRequest, paymentCollectionId: string): Promise<boolean> {
  const owner = (await ownerOf(req, "order", paymentCollectionId)) ?? (await ownerOf(req, "cart", paymentCollectionId))
  return !owner?.has_account || req.auth_context?.actor_id === owner.id
}

async function ownerOf(req: AuthenticatedMedusaRequest, of: "cart" | "order", paymentCollectionId: string) {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: `${of}_payment_collection`,
    fields: [`${of}.id`, `${of}.customer.id`, `${of}.customer.has_account`],
    filters: { payment_collection_id: paymentCollectionId },
  })
  return ownerRows.parse(data)[0]?.[of]?.customer
}

/** Writes the debit's public face into Medusa's session and answers with the session as the store API shows it. */
export async function publishDebit(scope: MedusaContainer, debit: DebitRecord): Promise<Record<string, unknown>> {
  const data = await resolveLedger(scope).publicData(debit)
  await writeSession(scope, { id: debit.payment_session_id, data })
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data: sessions } = await query.graph({
    entity: "payment_session",
    fields: ANSWER_FIELDS,
    filters: { id: debit.payment_session_id },
  })
  return z.record(z.string(), z.unknown()).parse(sessions[0])
}

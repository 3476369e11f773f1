import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { isDeepStrictEqual } from "node:util"
import type { AdminCatalystPayCheck } from "../../../../../../modules/catalystpay/admin-types"
import { checkDebit } from "../../../../../../workflows/check-debit"
import { parse, route } from "../../../../../support/respond"
import { debitOf } from "../../../support/debit-of"
import { noBody } from "../../../support/validators"
import { debitWithOrder } from "../../../support/with-orders"

/** Asks CatalystPay now what became of the debit; submits nothing. */
export const POST = route<AuthenticatedMedusaRequest>(async (req, res: MedusaResponse<AdminCatalystPayCheck>) => {
  parse(noBody, req.body ?? {})
  const debit = await debitOf(req)
  const before = await debitWithOrder(req.scope, debit.id)
  await checkDebit(req.scope, debit)
  const after = await debitWithOrder(req.scope, debit.id)
  res.json({ debit: after, changed: !isDeepStrictEqual(before, after) })
})

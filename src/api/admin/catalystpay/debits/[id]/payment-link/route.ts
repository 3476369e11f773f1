import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCatalystPayPaymentLink } from "../../../../../../modules/catalystpay/admin-types"
import { paymentLinkOf } from "../../../../../../workflows/payment-link"
import { parse, route } from "../../../../../support/respond"
import { debitOf } from "../../../support/debit-of"
import { noQuery } from "../../../support/validators"

/** Where the customer pays the debit's order again, if it asks for money. */
export const GET = route<AuthenticatedMedusaRequest>(async (req, res: MedusaResponse<AdminCatalystPayPaymentLink>) => {
  parse(noQuery, req.query)
  res.json({ url: await paymentLinkOf(req.scope, await debitOf(req)) })
})

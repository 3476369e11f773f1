import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { findDebitView } from "../../../../../modules/catalystpay/debit-finder"
import { CatalystPayError } from "../../../../../modules/catalystpay/errors"
import { resolveLedger } from "../../../../support/ledger"
import { parse, route } from "../../../../support/respond"
import { noQuery } from "../../support/validators"

export const GET = route<AuthenticatedMedusaRequest>(async (req, res) => {
  parse(noQuery, req.query)
  const debit = await findDebitView(resolveLedger(req.scope), req.params.id ?? "")
  if (!debit) {
    throw new CatalystPayError("debit_not_found", { developer: "There is no such debit." })
  }
  res.json({ debit })
})

import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { DebitRecord } from "../../../../modules/catalystpay/debits/debit-record"
import { CatalystPayError } from "../../../../modules/catalystpay/errors"
import { resolveLedger } from "../../../support/ledger"
import { isId } from "../../../support/payment-session"

/** The debit that the address names. @throws CatalystPayError `debit_not_found` */
export async function debitOf(req: AuthenticatedMedusaRequest): Promise<DebitRecord> {
  const id = req.params.id ?? ""
  const debit = isId(id) ? await resolveLedger(req.scope).findById(id) : null
  if (!debit) {
    throw new CatalystPayError("debit_not_found", { developer: "There is no such debit." })
  }
  return debit
}

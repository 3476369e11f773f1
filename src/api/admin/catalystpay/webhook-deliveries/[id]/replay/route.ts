import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { dispatchWebhook } from "../../../../../../workflows/process-webhook"
import { resolveLedger } from "../../../../../support/ledger"
import { isId } from "../../../../../support/payment-session"
import { parse, route } from "../../../../../support/respond"
import { noBody } from "../../../support/validators"

/** Processes a delivery once more, whatever became of it, and answers with what came of it now. */
export const POST = route<AuthenticatedMedusaRequest>(async (req, res) => {
  parse(noBody, req.body ?? {})
  const id = req.params.id ?? ""
  const ledger = resolveLedger(req.scope)
  await ledger.webhooks.replay(isId(id) ? id : "")
  await dispatchWebhook(req.scope, id)
  res.json({ webhook_delivery: await ledger.webhooks.find(id) })
})

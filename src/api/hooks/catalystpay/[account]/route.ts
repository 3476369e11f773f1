import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { dispatchWebhook } from "../../../../workflows/process-webhook"
import { resolveLedger } from "../../../support/ledger"
import { readRawBody } from "../../../support/raw-body"
import { takeRawQuery } from "../../../support/raw-query"
import { route } from "../../../support/respond"

/** CatalystPay's own are under 2 KB. */
const LIMITS = { bytes: 256 * 1024, drainedBytes: 16 * 1024 * 1024, milliseconds: 10_000 }

/** Where CatalystPay calls with the delivery method JSON_POST. Durable before it is answered, processed right after. */
export const POST = route<MedusaRequest>(async (req, res) => {
  await receive(req, res, { body: await readRawBody(req, LIMITS) })
})

/** The delivery method URL_PARAMS: the payload stands in the query string, where every value is text. */
export const GET = route<MedusaRequest>(async (req, res) => {
  await receive(req, res, { query: takeRawQuery(req) })
})

async function receive(
  req: MedusaRequest,
  res: MedusaResponse,
  content: { body: Buffer } | { query: string },
): Promise<void> {
  const { id } = await resolveLedger(req.scope).webhooks.receive({
    account: req.params.account ?? "",
    event_name: req.get("x-catalystpay-event") ?? "",
    signature: req.get("x-catalystpay-signature"),
    ...content,
  })
  res.status(200).json({ received: true })
  // Not awaited: CatalystPay shall not wait for Medusa. It never throws; what fails stays in the inbox.
  void dispatchWebhook(req.scope, id)
}

import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { dispatchWebhook } from "../../../../workflows/process-webhook"
import { resolveLedger } from "../../../support/ledger"
import { readRawBody } from "../../../support/raw-body"
import { route } from "../../../support/respond"

const LARGEST_WEBHOOK = 256 * 1024

/** Where CatalystPay calls with the delivery method JSON_POST. Durable before it is answered, processed right after. */
export const POST = route<MedusaRequest>(async (req, res) => {
  await receive(req, res, await readRawBody(req, LARGEST_WEBHOOK))
})

/** The delivery method URL_PARAMS: the payload stands in the query string, where every value is text. */
export const GET = route<MedusaRequest>(async (req, res) => {
  await receive(req, res, Buffer.from(JSON.stringify(req.query), "utf8"))
})

async function receive(req: MedusaRequest, res: MedusaResponse, body: Buffer): Promise<void> {
  const { id } = await resolveLedger(req.scope).receiveWebhook({
    account: req.params.account ?? "",
    event_name: req.get("x-catalystpay-event") ?? "",
    body,
    signature: req.get("x-catalystpay-signature"),
  })
  res.status(200).json({ received: true })
  // Not awaited: CatalystPay shall not wait for Medusa. It never throws; what fails stays in the inbox.
  void dispatchWebhook(req.scope, id)
}

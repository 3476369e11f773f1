import type { ProviderWebhookPayload, WebhookActionResult } from "@medusajs/framework/types"
import { PaymentActions } from "@medusajs/framework/utils"
import { isDueForCapture } from "../../modules/catalystpay/checkout/capture-policy"
import type { DebitRecord } from "../../modules/catalystpay/debits/debit-record"
import type { Settings } from "../../modules/catalystpay/options"
import type { ProviderCradle } from "./cradle"
import { findPurchase } from "./purchase"

type Payload = ProviderWebhookPayload["payload"]

/**
 * A webhook that came by Medusa's own hook takes the same way as one of ours: signature, inbox, ledger. Only its last
 * step differs: Medusa books the money itself.
 * @returns null when there is nothing for Medusa to do
 */
export async function receiveCoreWebhook(cradle: ProviderCradle, account: string, payload: Payload): Promise<WebhookActionResult | null> {
  const { catalystpay } = cradle
  const event_name = headerOf(payload.headers, "x-catalystpay-event") ?? ""
  const body = typeof payload.rawData === "string" ? Buffer.from(payload.rawData) : payload.rawData
  const { id } = await catalystpay.webhooks.receive({
    account,
    event_name,
    body: body ?? Buffer.alloc(0),
    signature: headerOf(payload.headers, "x-catalystpay-signature"),
  })
  const delivery = await catalystpay.webhooks.claim(id)
  const verdict = await catalystpay.webhooks.apply(delivery ?? { account, event_name, payload: payload.data })
  if (delivery && verdict.retry) {
    await catalystpay.webhooks.retry(delivery, verdict.outcome)
  } else if (delivery) {
    await catalystpay.webhooks.finish(delivery, verdict)
  }
  return verdict.moved && verdict.payment_session_id ? toAction(cradle, verdict.payment_session_id) : null
}

/** Medusa takes an arbitrary open cart for a session it does not know (medusa-notes, section 4): it must exist. */
async function toAction(cradle: ProviderCradle, sessionId: string): Promise<WebhookActionResult | null> {
  const [session] = await cradle.paymentSessionService.list({ id: [sessionId] })
  const debit = await cradle.catalystpay.findBySession(sessionId)
  const action = debit && actionFor(debit, cradle.catalystpay.settings.capture)
  if (!session || !action) {
    return null
  }
  const purchase = await findPurchase(cradle.query, session.payment_collection_id)
  if (!purchase || purchase.canceled) {
    return null
  }
  // The session's own, unrounded amount: a rounded one would be a partial capture in Medusa's eyes.
  const amount = String(session.raw_amount.value)
  return { action, data: { session_id: sessionId, amount } }
}

/** Pure: with money that is booked when it settles, the order is still to be placed where the shopper did not come back. */
function actionFor(debit: DebitRecord, capture: Settings["capture"]): "captured" | "authorized" | null {
  if (isDueForCapture(debit, capture)) {
    return PaymentActions.SUCCESSFUL
  }
  const isConfirmed = debit.status === "approved" && debit.origin === "store" && debit.confirmed_at && !debit.captured_at
  return capture === "on_settlement" && isConfirmed && !debit.orphaned_at && !debit.returned_at ? PaymentActions.AUTHORIZED : null
}

function headerOf(headers: Record<string, unknown>, name: string): string | undefined {
  const value = headers[name]
  return typeof value === "string" ? value : undefined
}

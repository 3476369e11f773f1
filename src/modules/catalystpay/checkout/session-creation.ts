import { setTimeout as sleep } from "node:timers/promises"
import { GatewayError, type CreatedSession, type CreateSessionInput, type Lead } from "../../../gateway"
import { CatalystPayError } from "../errors"
import { withoutLeadFields } from "./lead"
import { accountSettings, type Gateway, type LedgerContext } from "../ledger-context"
import type { AccountSettings } from "../options"
import { leadOfTenant } from "../accounts/tenants"
import { en } from "../texts/en"

/** CatalystPay may still be closing the session that was just cancelled. */
const CONFLICT_PAUSE_MS = 500
/** Only the last of a lead's failed debits can have left its session open. */
const FAILED_TO_CLOSE = 3

/** What a CatalystPay session is opened with. */
export interface SessionOrder {
  account: string
  lead: Lead
  /** Decimal string in major units, rounded to the currency's digits. */
  amount: string
  /** Lower case, as Medusa writes it. */
  currency_code: string
  customer_ip: string | null
}

/**
 * Creates a session at CatalystPay. A lead whose optional fields are refused is sent once more without them, and what
 * CatalystPay calls an active session of the lead is tried once more after a pause.
 * @throws CatalystPayError `lead_conflict`, `gateway_rejected`, `gateway_unavailable`
 */
export async function createSession(context: LedgerContext, order: SessionOrder): Promise<CreatedSession> {
  const gateway = context.gateway(order.account)
  const request = toRequest(accountSettings(context.settings, order.account), order)
  try {
    return await withoutRefusedFields(context, gateway, request)
  } catch (error) {
    if (!(error instanceof GatewayError) || error.kind !== "conflict") {
      throw toOpeningError(error)
    }
  }
  await closeFailed(context, order)
  await sleep(CONFLICT_PAUSE_MS)
  try {
    return await withoutRefusedFields(context, gateway, request)
  } catch (error) {
    throw toOpeningError(error)
  }
}

function toRequest(account: AccountSettings, order: SessionOrder): CreateSessionInput {
  const terms = {
    lead: order.lead,
    amount: order.amount,
    currency: order.currency_code.toUpperCase(),
    ...(order.customer_ip ? { customer_ip: order.customer_ip } : {}),
    ...(account.maxPaymentAttempts ? { max_payment_attempts: account.maxPaymentAttempts } : {}),
    ...(account.hostedPageId ? { hosted_page_id: account.hostedPageId } : {}),
    ...(account.webhookProfileId ? { webhook_profile_id: account.webhookProfileId } : {}),
  }
  if (account.campaignId) {
    return { ...terms, campaign_id: account.campaignId, ...(account.gatewayId ? { gateway_id: account.gatewayId } : {}) }
  }
  return { ...terms, gateway_id: account.gatewayId ?? "", billing_type: "ONE_OFF" }
}

/** A sale must not fail for a field that CatalystPay can do without, such as a phone number in another notation. */
async function withoutRefusedFields(
  context: LedgerContext,
  gateway: Gateway,
  request: CreateSessionInput,
): Promise<CreatedSession> {
  try {
    return await gateway.createSession(request)
  } catch (error) {
    const refused = error instanceof GatewayError && error.kind === "invalid_request" ? Object.keys(error.fields ?? {}) : []
    const lead = withoutLeadFields(request.lead, refused)
    if (!lead) {
      throw error
    }
    context.logger.warn(`CatalystPay did not take ${refused.join(", ")}; the lead is sent once more without.`)
    return gateway.createSession({ ...request, lead })
  }
}

/**
 * A debit that failed for good may have left its session PENDING (contract, section 6.4: whether a hard decline ends
 * it is unknown), and that would keep the lead from ever paying again.
 */
async function closeFailed(context: LedgerContext, { account, lead }: SessionOrder): Promise<void> {
  const failed = await context.store.failedOfLead(leadOfTenant(context.settings, account, lead.email))
  for (const debit of failed.slice(0, FAILED_TO_CLOSE)) {
    try {
      await context.gateway(debit.account).cancel(debit.session_token)
    } catch (error) {
      if (!(error instanceof GatewayError)) {
        throw error
      }
      context.logger.debug(`Debit ${debit.id} has failed, and its session was not open to be cancelled. ${error.message}`)
    }
  }
}

function toOpeningError(error: unknown): unknown {
  if (!(error instanceof GatewayError)) {
    return error
  }
  const cause = { cause: error }
  switch (error.kind) {
    case "conflict":
      return new CatalystPayError(
        "lead_conflict",
        {
          developer: `CatalystPay has an active session of this lead that this store does not know. ${error.message}`,
          shopper: en.payment_in_progress_elsewhere,
          merchant: "Cancel the lead's active payment session in CatalystPay's admin panel, then let the shopper try again.",
        },
        cause,
      )
    case "invalid_request":
    case "unauthorized":
    case "not_found":
    case "gone":
    case "unexpected_response":
      return new CatalystPayError(
        "gateway_rejected",
        {
          developer: `CatalystPay refused to open the payment. ${error.message}`,
          shopper: en.gateway_unavailable,
          merchant: "Check the API key, the API address and the campaign or gateway id in the plugin's options.",
        },
        cause,
      )
    case "not_sent":
    case "outcome_unknown":
    case "unavailable":
    case "throttled":
      return unavailable(error.message, error)
  }
}

/** CatalystPay cannot be asked now, and nothing was debited. */
export function unavailable(why: string, cause?: unknown): CatalystPayError {
  return new CatalystPayError(
    "gateway_unavailable",
    { developer: `CatalystPay could not open the payment: ${why}.`, shopper: en.gateway_unavailable },
    { cause, retry_after: 1 },
  )
}

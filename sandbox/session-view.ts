import type { JsonValue } from "./canonical-json"
import { CAMPAIGN_NAME, DEFAULT_OFFER } from "./defaults"
import { attemptsRemaining } from "./model"
import type { Session } from "./model"
import type { Switches } from "./switches"
import type { HostedReturnUrls } from "./types"

type View = { [key: string]: JsonValue }

/** Answer of GET, and of create and cancel when they answer the whole session. */
export function sessionView(session: Session, switches: Switches, returnUrls: HostedReturnUrls | null): View {
  return {
    session_token: session.token,
    status: session.status,
    amount: session.amount,
    currency: session.currency,
    attempts_remaining: attemptsRemaining(session),
    ...offered(session, switches, returnUrls),
    mandate: { acceptance_mode: switches["acceptance-mode"] },
    lead: { first_name: session.lead.first_name, last_name: session.lead.last_name, email: session.lead.email },
  }
}

/** Campaign and offer; what a direct session, which has neither, shows for them, `direct-campaign` says. */
function offered(session: Session, switches: Switches, returnUrls: HostedReturnUrls | null): View {
  const direct = session.campaign_id === null
  if (direct && switches["direct-campaign"] !== "synthesised") {
    return switches["direct-campaign"] === "absent" ? {} : { campaign: null, offer: null }
  }
  const billing_type = session.billing_type
  return {
    campaign: {
      name: direct ? "Direct payment" : CAMPAIGN_NAME,
      branding: { logo_url: null, primary_color: "#1f4b99", accent_color: "#0e7c66" },
      content: { headline: "Pay by SEPA direct debit" },
      show_product_name: true,
      show_product_price: true,
      show_product_description: true,
      offer_overrides: {},
      success_redirect_url: returnUrls?.success ?? null,
      failure_redirect_url: returnUrls?.failure ?? null,
    },
    offer: {
      name: direct ? "Direct payment" : DEFAULT_OFFER.name,
      price: direct ? session.amount : DEFAULT_OFFER.amount,
      currency: direct ? session.currency : DEFAULT_OFFER.currency,
      // Lower case is the API's own example, upper case the field reference.
      billing_type: switches["offer-billing-type"] === "lower" ? billing_type.toLowerCase() : billing_type,
      product_name: DEFAULT_OFFER.product_name,
      product_description: "Something to pay for",
    },
  }
}

import { DEFAULT_OFFER } from "./defaults"
import { attemptsRemaining } from "./model"
import type { Session } from "./model"

const CAMPAIGN = {
  name: "Sandbox campaign",
  branding: { logo_url: null, primary_color: "#1f4b99", accent_color: "#0e7c66" },
  content: { headline: "Pay by SEPA direct debit" },
  show_product_name: true,
  show_product_price: true,
  show_product_description: true,
  offer_overrides: {},
  success_redirect_url: null,
  failure_redirect_url: null,
}

/** Answer of GET. In direct mode campaign and offer are null: the documentation does not say. */
export function sessionView(session: Session) {
  const campaign = session.campaign_id !== null
  return {
    session_token: session.token,
    status: session.status,
    amount: session.amount,
    currency: session.currency,
    attempts_remaining: attemptsRemaining(session),
    campaign: campaign ? CAMPAIGN : null,
    offer: campaign
      ? {
          name: "Sandbox offer",
          price: DEFAULT_OFFER.amount,
          currency: DEFAULT_OFFER.currency,
          // Lower case here, as in the API's own example.
          billing_type: session.billing_type.toLowerCase(),
          product_name: "Sandbox product",
          product_description: "Something to pay for",
        }
      : null,
    mandate: { acceptance_mode: "checkbox" },
    lead: { first_name: session.lead.first_name, last_name: session.lead.last_name, email: session.lead.email },
  }
}

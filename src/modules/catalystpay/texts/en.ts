import type { ShopperTexts } from "./types"

export const en: ShopperTexts = {
  mandate: ({ name, identifier, address }) =>
    [
      "SEPA Direct Debit Mandate",
      `Creditor: ${name}${address ? `, ${address}` : ""}. Creditor identifier: ${identifier}. Type of payment: one-off payment.`,
      `By accepting this mandate, you authorise (A) ${name} to send instructions to your bank to debit your account and (B) your bank to debit your account in accordance with the instructions from ${name}.`,
      "As part of your rights, you are entitled to a refund from your bank under the terms and conditions of your agreement with your bank. A refund must be claimed within 8 weeks starting from the date on which your account was debited.",
    ].join("\n\n"),
  declines: {
    insufficient_funds: "Your bank declined the debit because the account is not sufficiently funded.",
    invalid_iban: "The bank does not know this IBAN. Please check it.",
    invalid_holder_name: "The bank does not accept the account holder's name as it was written.",
    mandate_rejected: "The mandate was not confirmed, so nothing was debited.",
    account_closed: "This account is closed.",
    do_not_honor: "Your bank declined the debit.",
    gateway_unavailable: "The bank could not be reached, so nothing was debited. Please try again in a moment.",
    unknown: "The debit was declined.",
  },
  no_more_attempts: "Please choose another way to pay.",
  try_another_account: "You can try another account.",
  correct_holder_name: "Please correct it and try again.",
  bank_account_missing: "Please enter your bank account and accept the mandate first.",
  pay_on_page: "Please pay on our payment service's page, where you enter your bank account and accept the mandate.",
  page_outcome_unknown:
    "We cannot see yet whether your payment arrived. Please do not pay a second time: as soon as it is confirmed, your order is placed.",
  verification_needed: "Your bank asks you to sign the mandate. Please follow the link to confirm it.",
  verification_pending: "The mandate is not signed yet. Please follow the link to confirm it.",
  gateway_unavailable: "The payment could not be sent, and nothing was debited. Please try again in a moment.",
  session_not_payable: "This payment has ended. Please start it again.",
  payment_in_progress: "Your payment is already under way: the cart cannot change now. Please wait for its outcome.",
  payment_awaits_signature:
    "Your payment is already under way and waits for your signature. Sign the mandate, or give the payment up, before you change anything.",
  already_paid: "This is already paid. Please complete your order.",
  paid_elsewhere:
    "This payment was made directly at the payment service, and does not belong to an order. The shop has been told; please start the payment again.",
  verification_open: "The bank still waits for your decision. Please sign or refuse the mandate on the bank's page.",
  giving_up_unavailable: "The payment could not be given up just now. Please try again in a moment.",
  too_many_attempts: "You have tried too often. Please wait a while before you enter another bank account.",
  too_many_iban_checks: "You have checked too many IBANs. Please wait a moment.",
  payment_in_progress_elsewhere:
    "A payment with this e-mail address is already under way in another cart. Finish or give up that one first.",
}

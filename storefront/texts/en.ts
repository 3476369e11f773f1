import type { SepaTexts } from "./types"

export const en: SepaTexts = {
  locale: "en",
  labels: {
    form: "Pay by SEPA direct debit",
    iban: "IBAN",
    iban_hint: "You find it on your bank card or on a statement.",
    holder_name: "Account holder",
    mandate: "SEPA direct debit mandate",
    accept_mandate: "I have read the mandate and accept it.",
    pay: "Pay by direct debit",
    pay_amount: (amount) => `Pay ${amount} by direct debit`,
    to_bank: "Continue to your bank",
    signed: "I have signed",
    check_again: "Check again",
    give_up: "Cancel this payment",
    try_again: "Try again",
    complete_order: "Complete the order",
  },
  iban_valid: "Valid IBAN",
  steps: {
    starting: "Preparing the payment …",
    checking: "Checking your bank account …",
    paying: "Asking your bank …",
    finding_out: "Waiting for your bank’s answer …",
    confirming: "Confirming your signature …",
    giving_up: "Cancelling the payment …",
  },
  iban_problems: {
    country: "An IBAN begins with a country’s two letters, such as DE or FR.",
    length: "This IBAN does not have as many characters as its country’s IBANs have.",
    structure: "This does not look like an IBAN of its country. Please check it.",
    checksum: "There seems to be a typing error in this IBAN. Please check it.",
    sepa: "Accounts in this country cannot be debited by SEPA direct debit.",
  },
  iban_missing: "Please enter your IBAN.",
  holder_name_missing: "Please enter the account holder’s name.",
  declines: {
    insufficient_funds: "Your bank declined the debit because the account is not sufficiently funded.",
    invalid_iban: "The bank does not know this IBAN.",
    invalid_holder_name: "The bank does not accept the account holder’s name as it was written.",
    mandate_rejected: "The mandate was not confirmed, so nothing was debited.",
    account_closed: "This account is closed.",
    do_not_honor: "Your bank declined the debit.",
    gateway_unavailable: "The bank could not be reached, so nothing was debited.",
    not_submitted: "The debit was not submitted, so nothing was debited.",
    unknown: "The debit was declined.",
  },
  ways_on: {
    another_account: "You can try another account.",
    correct_iban: "Please check it, or try another account.",
    correct_holder_name: "Please correct it and try again.",
    same_again: "Please try again in a moment.",
    another_way: "Please choose another way to pay.",
  },
  attempts_left: (left) => (left === 1 ? "You have one more try." : `You have ${left} more tries.`),
  errors: {
    invalid_request: "Something in the form cannot be used. Please check what you have entered.",
    invalid_iban: "This IBAN is not valid. Please check it.",
    iban_not_sepa: "Accounts in this country cannot be debited by SEPA direct debit.",
    invalid_holder_name: "Please enter the account holder’s name as the bank knows it, with at most 70 characters.",
    mandate_not_accepted: "Please accept the mandate: without it nothing can be debited.",
    mandate_text_outdated: "The mandate’s wording has changed. Please read it and accept it again.",
    iban_in_session_data: "The payment could not be prepared. Please reload the page.",
    currency_not_supported: "SEPA direct debit is not possible in this currency. Please choose another way to pay.",
    amount_not_payable: "This amount cannot be paid by direct debit. Please choose another way to pay.",
    lead_incomplete: "Please enter your e-mail address and your full address first.",
    session_not_found: "This payment has ended. Please start it again.",
    session_not_payable: "This payment has ended. Please start it again.",
    collected_by_gateway: "Your bank account is entered on our payment service’s page. Please continue there.",
    payment_in_progress: "Your payment is already under way. Please wait for its outcome and do not pay again.",
    payment_in_progress_elsewhere:
      "A payment with your e-mail address is already under way in another cart. Please finish or cancel that one first.",
    verification_open: "The bank is still waiting for your decision. Please sign or refuse the mandate on the bank’s page.",
    lead_conflict: "Another payment with your e-mail address is still open. Please try again in a few minutes.",
    too_many_attempts: "You have tried too often. Please wait a while before you try again.",
    gateway_rejected: "The payment could not be prepared, and nothing was debited. Please choose another way to pay.",
    gateway_unavailable: "The payment could not be sent, and nothing was debited. Please try again in a moment.",
    agreement_busy: "Your payment is being processed. Please wait a moment and do not pay again.",
    order_not_payable: "This order cannot be paid now. It may be paid already, or have been cancelled.",
  },
  outcomes: {
    placed: "Thank you. Your debit is on its way: your account will be debited within the next few business days.",
    placed_pending:
      "Thank you, your order is placed. Your bank’s answer is still to come; you need not do anything, and must not pay again.",
    approved: "Your bank has approved the debit. Please complete your order.",
    ended: "This payment has ended and nothing was debited. Please start it again.",
    unknown:
      "We do not know yet whether your payment went through. Please do not pay again: we are finding out, and will tell you here.",
    unreachable: "The shop could not be reached, and nothing was debited. Please check your connection and try again.",
    unavailable: "The payment could not be sent, and nothing was debited. Please try again in a moment.",
    throttled: (seconds) =>
      seconds === null
        ? "That was too often. Please wait a moment."
        : seconds > 90
          ? `That was too often. Please wait ${Math.ceil(seconds / 60)} minutes.`
          : `That was too often. Please wait ${seconds} seconds.`,
    unexpected: "Something went wrong. Please try again, or ask the shop for help.",
    order_stands: "Your order stands, but it is not paid yet.",
  },
  payment_page: {
    needed:
      "You enter your bank account and accept the mandate on our payment service’s page. Afterwards you come back to this shop.",
  },
  verification: {
    needed: "Your bank asks you to sign the mandate. Nothing is debited before you have.",
    refused: "The mandate was not signed, so nothing was debited.",
  },
}

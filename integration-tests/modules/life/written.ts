import { IBANS } from "./shopper"

/** A life as it is told: what the shopper begins with, and one step after the other. */
export interface WrittenLife {
  account: keyof typeof IBANS
  steps: readonly string[]
}

const PAID = ["the shopper presses pay", "webhooks come in order", "the inbox is worked off"]
const BOOKED = [...PAID, "Medusa books"]
const HEARD = ["webhooks come in order", "the inbox is worked off"]

/** Lives that chance leads to seldom: each debit's end, each point at which a process may die, and faults found before. */
export const WRITTEN_LIVES: readonly WrittenLife[] = [
  {
    account: "approved",
    steps: [
      "the shopper presses pay, and the process dies at before_submission_is_marked",
      "the shopper presses pay, and the process dies at after_submission_was_marked",
      "40 s pass",
      "the job settles what is due",
    ],
  },
  { account: "approved", steps: ["the shopper presses pay, and the process dies at after_pay_was_answered"] },
  { account: "approved", steps: ["the shopper presses pay, and the process dies at after_outcome_was_recorded"] },
  { account: "whose answer is lost", steps: ["the shopper presses pay, and the process dies at after_session_was_read"] },
  {
    account: "to be signed",
    steps: [
      "the shopper presses pay",
      "the shopper signs",
      "the shopper comes back from signing, and the process dies at after_verification_was_claimed",
      "40 s pass",
      "the shopper comes back from signing, and the process dies at after_verify_was_answered",
    ],
  },
  {
    account: "approved",
    steps: [
      "the shopper turns to the other cart",
      "the shopper opens a payment session, and the process dies at before_session_is_recorded",
      "the shopper opens a payment session, and the process dies at after_problem_was_opened",
    ],
  },
  {
    account: "approved",
    steps: [
      "the shopper presses pay",
      "webhooks come in order",
      "the inbox is worked off, and the process dies at after_webhook_was_claimed",
      "an hour passes",
      "the inbox is worked off, and the process dies at after_webhook_was_applied",
      "an hour passes",
      "the inbox is worked off",
      "Medusa books",
      "the debtor charges back",
      "webhooks come in order",
      "the inbox is worked off, and the process dies at after_chargeback_was_recorded",
    ],
  },
  {
    account: "approved",
    steps: [
      ...BOOKED,
      "Medusa refunds a part, and the process dies at after_refund_was_recorded",
      "a part is refunded",
      "webhooks come in order",
      "the inbox is worked off, and the process dies at after_receipt_was_recorded",
    ],
  },
  {
    account: "approved",
    steps: [...BOOKED, "a part is refunded", ...HEARD, "Medusa books, and the process dies at after_money_back_was_booked"],
  },
  {
    account: "approved",
    steps: [
      "the shopper presses pay",
      "the job reconciles, and the process dies at before_row_is_reconciled",
      "the job reconciles, and the process dies at after_row_was_applied",
      "the job reconciles, and the process dies at after_row_was_reconciled",
      "the debtor charges back",
      "a part is refunded",
      "the job reconciles, and the process dies at before_page_is_finished",
      "the job reconciles",
    ],
  },
  { account: "approved", steps: [...BOOKED, "the debit bounces"] },
  { account: "approved", steps: [...BOOKED, "9 days pass", "the job settles by time"] },
  // Its session goes on saying COMPLETED after the debit came back.
  { account: "approved", steps: ["the shopper presses pay", "the debit bounces", "webhooks come in order"] },
  { account: "approved", steps: [...PAID, "the debit bounces", ...HEARD, "the last webhook comes three times more", "webhooks come reversed"] },
  // The ids of the first attempt are not those of the second, whose answer never told them.
  {
    account: "declined",
    steps: ["the shopper presses pay", "the shopper gives an account that is whose answer is lost", "the shopper presses pay", "the debit bounces"],
  },
  { account: "declined", steps: ["the shopper presses pay"] },
  { account: "declined for good", steps: ["the shopper presses pay"] },
  { account: "to be signed", steps: ["the shopper presses pay"] },
  { account: "approved", steps: [] },
  { account: "approved", steps: ["Medusa deletes the session"] },
  { account: "approved", steps: ["26 h pass", "the job cleans"] },
  { account: "approved", steps: ["the shopper turns to the other cart", "the shopper opens a payment session"] },
  { account: "approved", steps: ["somebody pays at the gateway with the session token"] },
  // Told last of all that it was paid.
  { account: "approved", steps: ["somebody pays at the gateway with the session token", "the debit bounces", "webhooks come reversed"] },
  // Nothing but a GET of its session tells that it was paid, and under no id.
  { account: "approved", steps: ["somebody pays at the gateway with the session token", "the shopper presses pay", "the debit bounces"] },
  {
    account: "approved",
    steps: [
      "somebody pays at the gateway with the session token",
      "a part is refunded",
      "the debtor charges a part back",
      "the shopper presses pay",
      ...HEARD,
      "Medusa books",
    ],
  },
]

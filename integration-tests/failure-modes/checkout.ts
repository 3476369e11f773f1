import type { FailureModes } from "./mode"

export const CHECKOUT: FailureModes = {
  title: "In the checkout",
  modes: [
    {
      fault: "CatalystPay cannot be reached when the payment is opened",
      shopper: "503 `gateway_unavailable` with a sentence; the cart stays as it is",
      merchant: "A warning in the log",
      heals: "The next try opens it",
      tests: ["answers 503 when a payment cannot be opened, and opens it when it can"],
    },
    {
      fault: "CatalystPay cannot be reached when pay is pressed",
      shopper: "That nothing was debited, and to try again",
      merchant: "A warning in the log",
      heals: "Pressing pay again submits it, for the first time",
      tests: ["says that nothing was debited when it cannot be reached, and pays when it can"],
    },
    {
      fault: "CatalystPay cannot be reached while the cart changes",
      shopper: "Nothing: the cart changes",
      merchant: "A warning in the log",
      heals: "The session that was left open is cancelled when the payment is opened again",
      tests: ["never keeps a cart from being changed"],
    },
    {
      fault: "Pay is pressed twice, or again and again",
      shopper: "The same order",
      merchant: "One debit",
      heals: "Nothing to heal: an attempt is submitted once",
      tests: ["is submitted once when pay is pressed again without another account", "places one order for a shopper"],
    },
    {
      fault: "The cart is changed, or its payment opened again, while a debit is under way or has paid",
      shopper: "409 `payment_in_progress` with the way out",
      merchant: "Nothing",
      heals: "Free again when the debit has ended without paying",
      tests: [
        "keeps the cart as it is while it is under way, and lets it change when that is over",
        "keeps an approved cart as it is until it is completed",
      ],
    },
    {
      fault: "The shopper has a debit under way in another cart",
      shopper: "409 `payment_in_progress_elsewhere`",
      merchant: "Nothing",
      heals: "Free again when that debit has ended",
      tests: ["lets no other cart of the same e-mail begin while it is under way"],
    },
    {
      fault: "Several requests open the payment at the same moment",
      shopper: "200 to each, one payment session",
      merchant: "One CatalystPay session",
      heals: "They take turns, in all processes",
      tests: [
        "answers 200 to requests that come at the same moment, opens one CatalystPay session and leaves one of Medusa's",
      ],
    },
    {
      fault: "CatalystPay's one call a second is used up",
      shopper: "The order, its payment awaited",
      merchant: "The debit is `queued`, with its IBAN sealed",
      heals: "It is submitted in order as turns come, and the order is told",
      tests: ["places the order of a shopper whose turn does not come, and collects in order within the limit"],
    },
    {
      fault: "The process that empties the queue dies",
      shopper: "The order, its payment awaited a little longer",
      merchant: "Nothing",
      heals: "The job of any server takes the queue up",
      tests: ["is taken up by the job after the process that emptied it has died"],
    },
    {
      fault: "A queued debit gets no turn for a day",
      shopper: "The order, not paid",
      merchant: "The debit has failed with `not_submitted`",
      heals: "The customer pays the order again",
      tests: ["gives up after a day, and says so on the order"],
    },
    {
      fault: "The order is cancelled while its debit waits in the queue",
      shopper: "A cancelled order",
      merchant: "The debit is cancelled; nothing was submitted",
      heals: "Nothing to heal",
      tests: ["never submits for an order that was cancelled while it waited"],
    },
    {
      fault: "The shopper closes the window while the debit is under way",
      shopper: "The order, by e-mail",
      merchant: "A paid order",
      heals: "The webhook places it",
      tests: ["places the order of a shopper who closed the window while the debit was under way"],
    },
  ],
}

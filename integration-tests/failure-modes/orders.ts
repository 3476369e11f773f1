import type { FailureModes } from "./mode"

export const ORDERS: FailureModes = {
  title: "Orders and their debits",
  modes: [
    {
      fault: "The process dies after the order was placed, and before Medusa wrote its payment down",
      shopper: "The order when pay is pressed again; else by e-mail",
      merchant: "An order without a payment, for minutes",
      heals: "Another press of pay, or the job of any server, compares ledger and Medusa: one payment, one capture",
      tests: [
        "is paid by the debit that was approved before the process died, once pay is pressed again",
        "is found by the job, by any number of servers at once",
        "asks what became of a debit that was being submitted when the process died",
      ],
    },
    {
      fault: "The process dies after the order was placed, and before anything was submitted",
      shopper: "The order when pay is pressed again; where the bank wants it, the way to the mandate",
      merchant: "A paid order; problem `order_without_debit` where it is declined for good",
      heals: "The shopper had pressed pay: it is submitted, once",
      tests: [
        "submits once what the shopper had pressed pay for and nobody had submitted",
        "waits for the mandate's signature where the bank asks for one, and takes it",
        "says so when the submission that was made up for is declined for good",
      ],
    },
    {
      fault: "An order stands, and nothing can pay for it",
      shopper: "The order, not paid; a new session and `POST …/authorization` pay it",
      merchant: "Problem `order_without_debit`",
      heals: "Closed by itself once the customer has paid, or the order is cancelled",
      tests: [
        "is reported when nothing can pay for it, and no longer once it is cancelled",
        "pays the order by a new session on its collection, and ends its problem",
      ],
    },
    {
      fault: "The process dies after Medusa wrote the order, and before it linked it to cart and payment",
      shopper: "Another order when pay is pressed again, and one debit",
      merchant: "An order that belongs to nothing; problem `order_without_debit`, which says to cancel it",
      heals: "Closed by itself once that order is cancelled",
      tests: ["is reported when it was linked to nothing and pay was pressed again, until it is cancelled"],
    },
    {
      fault: "The process dies while Medusa books the capture, before the payment or the order's own balance shows it",
      shopper: "Nothing",
      merchant: "A captured payment beside an outstanding amount, for minutes",
      heals: "The job of any server ends the booking: one capture, one transaction of the order",
      tests: [
        "is paid in its own books, too, when the capture did not get to its payment",
        "is paid in its own books, too, when the capture did not get to its balance",
      ],
    },
    {
      fault: "A process looks at an order while another one places it, or takes it back after a decline",
      shopper: "Nothing",
      merchant: "Nothing: no problem about an order that never was",
      heals: "Whoever looks waits for the cart's lock first",
      tests: ["is no problem while a completion is placing it, or undoing it"],
    },
    {
      fault: "Servers and the worker are killed while shoppers buy, answers of CatalystPay get lost, and webhooks come three times",
      shopper: "The order, once: after two minutes at the latest, for so long a dead process keeps the cart",
      merchant: "One order, one debit, one capture; nothing else but open problems that are so",
      heals: "The storefront presses pay again, the other server goes on, and the worker's jobs compare what is left",
      tests: [
        "debits nobody twice",
        "has no order without its debit or an open problem",
        "has no debit without its order or an open problem",
        "agrees with CatalystPay to the cent, from the debit to what was paid for the order",
        "captures each payment once",
      ],
    },
    {
      fault: "The bank account was sealed under an encryption key that is gone",
      shopper: "Asked for the bank account again",
      merchant: "A line in the log; for an order that stands, problem `order_without_debit`",
      heals: "The seal is destroyed; closed by itself once the customer has paid",
      tests: ["is reported when the bank account was sealed under a key that is gone, until the customer gives it again"],
    },
    {
      fault: "The shopper signs at the bank and closes the browser",
      shopper: "The order, by e-mail",
      merchant: "A paid order; where it cannot be placed, problem `debit_without_order` with what to refund",
      heals: "The job places the order; the problem closes by itself when the money went back",
      tests: [
        "get their order from the job when the shopper is gone",
        "are reported when the goods are sold out meanwhile, until the money was given back",
      ],
    },
    {
      fault: "Somebody pays at the gateway itself, with the session's token",
      shopper: "That it was paid elsewhere, and the way to a new payment; an order that waited is not paid",
      merchant: "Problem `debit_without_order` with its source; it pays for no order",
      heals: "Closed by itself when the money went back",
      tests: [
        "are reported, and pay for no order",
        "keep the store from submitting, tell the shopper so, and leave the way to a new payment open",
        "leave the order unpaid that waited in the queue for the same session",
      ],
    },
    {
      fault: "The order is cancelled while its approved debit is not captured yet",
      shopper: "A cancelled order",
      merchant: "Problem `canceled_order_keeps_money`; nothing is captured",
      heals: "Closed by itself when the money was given back in full",
      tests: ["are money that a cancelled order keeps, until it was given back in full"],
    },
    {
      fault: "The order is edited while its debit is under way, or approved and not captured",
      shopper: "Debited as agreed to, once",
      merchant: "The debit's own amount is booked; problem `amount_mismatch` with both amounts",
      heals: "Closed by itself when total and debit agree again",
      tests: [
        "is booked with the debit's own amount when it grew before the capture, and is a problem until the two agree",
        "keeps its debit when it grows while the gateway is at it, and is a problem once the debit was collected",
      ],
    },
    {
      fault: "Medusa asks for an edited order's whole total anew, beside the debit that was approved",
      shopper: "409 `order_not_payable`",
      merchant: "Problem `amount_mismatch`; nothing is collected beyond the total",
      heals: "The merchant makes a collection of what is left",
      tests: ["is not collected twice by the collection that Medusa makes for the whole new total"],
    },
    {
      fault: "Promotions leave nothing to pay, also after a payment was opened",
      shopper: "The order, without a payment",
      merchant: "Nothing; the session that was open is cancelled",
      heals: "Nothing to heal",
      tests: [
        "completes without a payment session, and nothing asks the gateway",
        "ends the session that was opened before, and refuses to open another one for nothing",
      ],
    },
    {
      fault: "Paying an order again is pressed twice, or its answer is lost",
      shopper: "The same answer",
      merchant: "One debit",
      heals: "Nothing to heal: an attempt is submitted once",
      tests: [
        "submits once when pay is pressed twice at the same time",
        "answer the same when a request is repeated whose answer was lost, and refuse another session",
      ],
    },
    {
      fault: "An order is paid again while another debit of it is under way, or has paid",
      shopper: "409 `payment_in_progress`, or `order_not_payable`",
      merchant: "One debit",
      heals: "Free again when that debit has ended without paying",
      tests: [
        "are refused while another one of the order is under way, also by another collection",
        "is refused for an open cart, for an order that is paid, and for one that was cancelled",
      ],
    },
    {
      fault: "A stranger pays, or looks at, a registered customer's order",
      shopper: "404 `session_not_found`",
      merchant: "Nothing",
      heals: "The customer logs in",
      tests: ["pays a new collection of a registered customer's order, and only while the customer is logged in"],
    },
    {
      fault: "The debit of an order was charged back in full",
      shopper: "Pays a new collection that the merchant makes",
      merchant: "Two debits of one order, one of them charged back",
      heals: "A new debit under a new mandate",
      tests: ["may be made anew by a collection of the merchant's after a chargeback in full"],
    },
    {
      fault: "The debit comes back between approval and capture, told by either hook",
      shopper: "The order, not paid; it can be paid again",
      merchant: "The payment is cancelled, its session in error; problem `order_without_debit`",
      heals: "Closed by itself once the customer has paid again",
      tests: [
        "leaves its order unpaid, told by our own hook, until the customer pays it again",
        "leaves its order unpaid, told by Medusa's own hook, until the customer pays it again",
        "can be paid again after its debit failed between approval and capture",
      ],
    },
  ],
}

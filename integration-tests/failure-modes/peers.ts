import type { FailureModes } from "./mode"

export const PEERS: FailureModes = {
  title: "Faults that comparable plugins have had",
  modes: [
    {
      fault: "A refund ignores the amount asked for, or mixes units; a BigNumber object becomes NaN",
      shopper: "Gets what was promised",
      merchant: "Each refund is due with its own amount",
      heals: "Amounts are decimal strings to the end, and unrounded ones are fitted to what is left",
      tests: ["of the whole, unrounded amount is due, and confirmed by what CatalystPay reports"],
    },
    {
      fault: "A status that a browser planted in the session's data is believed",
      shopper: "The same as without",
      merchant: "No order is placed, and nothing is captured by it",
      heals: "No decision reads session data",
      tests: [
        "does not place an order by itself, and a decline stays a decline",
        "does not capture a debit that the gateway has not confirmed",
        "is overwritten wherever it stands in the place of ours",
      ],
    },
    {
      fault: "The signature is skipped, its algorithm read from a header, or a failed check answered with 2xx",
      shopper: "Nothing",
      merchant: "401, and nothing is written",
      heals: "One algorithm, compared in constant time; no secret means no",
      tests: [
        "refuses a missing signature, no secrets and empty ones",
        "is refused with 401, and not written down, when its signature is not right",
      ],
    },
    {
      fault: "The same webhook three times at once settles three times",
      shopper: "Pays once",
      merchant: "One capture",
      heals: "One row for each webhook, one claim for each row",
      tests: [
        "is captured once when it comes ten times at the same moment",
        "came ten times at once and is applied once",
        "captures each payment once",
      ],
    },
    {
      fault: "A late “paid” after a chargeback makes the order good again",
      shopper: "Nothing",
      merchant: "The chargeback stands",
      heals: "What happened to the money is added beside the status, never overwritten",
      tests: ["before it was captured has failed, and a confirmation that comes late captures nothing"],
    },
    {
      fault: "An old failed attempt overrides a later success",
      shopper: "Nothing",
      merchant: "The later attempt counts",
      heals: "News of another attempt than the current one is recorded and refused",
      tests: ["does not let an old failed attempt override a later one"],
    },
    {
      fault: "A chargeback changes nothing in the shop, or its reason code is lost",
      shopper: "Nothing",
      merchant: "A row for each, with what the code means and what to do",
      heals: "Nothing to heal",
      tests: ["after it was captured counts as a chargeback, once however often it is told"],
    },
    {
      fault: "A chargeback after a refund surprises everybody",
      shopper: "Has the money twice",
      merchant: "A warning with the refund, and `chargeback_after_refund` with the amount",
      heals: "Between merchant and customer",
      tests: ["after a refund is a problem, for the money left twice"],
    },
    {
      fault: "Deleting a finished payment throws, and every change of the cart answers 500",
      shopper: "The cart changes",
      merchant: "A warning in the log",
      heals: "Deleting never throws",
      tests: ["never keeps a cart from being changed"],
    },
    {
      fault: "A debit that is pending is shown as an error, and the shopper buys again",
      shopper: "The order, its payment awaited",
      merchant: "The same",
      heals: "The job settles it",
      tests: ["places the order of a shopper whose turn does not come, and collects in order within the limit"],
    },
    {
      fault: "A webhook for an unknown session completes a stranger's cart",
      shopper: "Nothing",
      merchant: "The delivery says that it found no debit",
      heals: "Medusa is only told of sessions that exist",
      tests: ["completes no cart when its session was deleted, is nobody's, or when it is forged"],
    },
    {
      fault: "A secret, or personal data, stands in a log or an error",
      shopper: "Nothing",
      merchant: "Nothing: every suite over HTTP searches tables, answers and log after each test",
      heals: "Nothing to heal",
      tests: [
        "repeats no secret in what it refuses",
        "keeps no IBAN of a webhook in clear",
        "writes no IBAN and no key anywhere, and no session token to a log or to Redis",
      ],
    },
  ],
}

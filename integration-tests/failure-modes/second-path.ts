import type { FailureModes } from "./mode"

export const SECOND_PATH: FailureModes = {
  title: "Nothing but CatalystPay's records tells",
  modes: [
    {
      fault: "No webhook ever comes",
      shopper: "The order is captured within the hour",
      merchant: "`webhooks_silent`; ledger, orders and refunds are right all the same",
      heals: "The reconciliation applies each row as its webhook would be applied; webhooks that come after all change nothing",
      tests: [
        "ends a day's orders right without a single webhook, and does nothing twice when they come after all",
        "ends in agreement with the gateway at each of its ends also when no webhook ever comes",
        "counts returns, refunds and chargebacks once, however often they are read",
      ],
    },
    {
      fault: "The answer to a submission is lost, and its server with it",
      shopper: "Has an order, although the page was closed",
      merchant: "Nothing",
      heals: "The row of the reconciliation proves what became of it",
      tests: [
        "approves and confirms a submission whose answer nobody heard",
        "takes a submission for returned that was approved and came back before anybody heard of either",
      ],
    },
    {
      fault: "A debit is approved by a GET alone, which tells no ids and confirms nothing",
      shopper: "Nothing",
      merchant: "Nothing",
      heals: "Its row confirms it, which captures it, and fills in what was left open",
      tests: ["confirms an approval that no webhook told of, and fills in what a GET had not given"],
    },
    {
      fault: "Somebody pays at CatalystPay's own page, and no webhook tells",
      shopper: "Paid, and has no order",
      merchant: "`debit_without_order`",
      heals: "The merchant refunds it",
      tests: [
        "reports what was paid at the gateway itself, by a session that nobody has paid here",
        "reports it also when the session, asked afterwards and submitted to, says no more than that it is over",
        "reports it also when the session was over, nobody knew by what, as another cart of the shopper was to take its place",
        "counts what comes back of a debit that nothing but its session had told to be paid, by another account",
        "takes another shop's transaction for none of a session that this store has cancelled",
        "tells the merchant of what was paid at CatalystPay itself, and lets it pay for nothing",
      ],
    },
    {
      fault: "A server dies in the middle of reading",
      shopper: "Nothing",
      merchant: "Nothing",
      heals: "The next one goes on in the middle of the page, counts nothing twice, and tells Medusa what was not told yet",
      tests: [
        "goes on in the middle after a process died at %s, and counts no row twice",
        "agrees once more on a debit whose row was applied before the process died",
      ],
    },
    {
      fault: "Several servers read at once, or one that was taken for dead comes back",
      shopper: "Nothing",
      merchant: "Nothing",
      heals: "One reads; what another one writes late comes to nothing",
      tests: [
        "is read by one worker, where several start it at once",
        "goes to the next worker when one is taken for dead, whose late writes come to nothing",
      ],
    },
    {
      fault: "CatalystPay does not answer in the middle, no longer takes a cursor, or its pages run in a circle",
      shopper: "Nothing",
      merchant: "`reconciliation_failing` after a day",
      heals: "The place is kept; a window whose cursor is refused is begun anew, once at once and then the next time",
      tests: [
        "is kept when the next page fails, and read on from there the next time",
        "is that of the window's beginning when the cursor is no longer taken: once at once, then the next time",
        "does not run in circles with the API's pages",
        "is a problem of the merchant's when the API has not been readable for a day, and none before",
        "is read on by the next job where CatalystPay could not be reached",
      ],
    },
    {
      fault: "A row cannot be worked on",
      shopper: "Nothing",
      merchant: "`reconciliation_failing`, with its day",
      heals: "The others are read; the problem is over when its day was read without a fault",
      tests: ["is beyond a row that cannot be worked on, which is a problem until its day was read again"],
    },
    {
      fault: "The store is down for months",
      shopper: "Nothing",
      merchant: "Nothing",
      heals: "All the days since are read, in windows that the API takes",
      tests: ["leaves out no day, however long nothing was read", "goes on to today where what was left was begun on an earlier day"],
    },
    {
      fault: "Medusa cannot be brought in line with a debit when its row is read",
      shopper: "Nothing",
      merchant: "The reading shows how many",
      heals: "It is kept, and tried again with each reading",
      tests: ["keeps a debit that Medusa could not be brought in line with, until it could"],
    },
    {
      fault: "A refund may be of two debits, or an instalment of a subscription is collected",
      shopper: "Nothing",
      merchant: "`event_unmatched` for what may be of several; an instalment stands in the debit's time line",
      heals: "A refund that is booked in Medusa says of which it is",
      tests: [
        "reports a refund that may be of two debits until it is known of which, and keeps quiet about other shops'",
        "writes an instalment down that CatalystPay collects by a debit's mandate, and books nothing for it",
      ],
    },
  ],
}

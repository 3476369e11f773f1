import type { FailureModes } from "./mode"

export const MONEY_BACK: FailureModes = {
  title: "Money that goes back",
  modes: [
    {
      fault: "The debit bounces before it was captured",
      shopper: "Nothing",
      merchant: "The debit is failed, with the bank's reason; nothing is captured, however late a confirmation comes",
      heals: "Nothing to heal: the money never came",
      tests: ["before it was captured has failed, and a confirmation that comes late captures nothing"],
    },
    {
      fault: "The debit bounces after it was captured",
      shopper: "Nothing",
      merchant: "A return with the bank's reason and what to do; booked as a refund with chargebacks: \"book_refund\"",
      heals: "Told again, it counts once",
      tests: [
        "after it was captured counts as a chargeback, once however often it is told",
        "books a debit that bounced after its capture in the same way",
      ],
    },
    {
      fault: "A chargeback comes ten times, by webhook, import and list, by several servers at once",
      shopper: "Nothing",
      merchant: "One chargeback with reason, meaning, advice",
      heals: "One row for each of CatalystPay's ids; the debit's sum is made from the rows",
      tests: [
        "is recorded as documented, with the reason and what to do about it",
        "counts a chargeback once, told ten times at once, with what the bank says of it",
        "comes to the same sums in any order, with rows left out in between and told again",
      ],
    },
    {
      fault: "A chargeback comes before the capture, or a late approval after it",
      shopper: "Nothing",
      merchant: "Charged back; nothing is captured any more",
      heals: "Nothing to heal",
      tests: [
        "before the capture leaves nothing to capture",
        "keeps a chargeback that comes before the capture, and nothing is captured of it afterwards",
      ],
    },
    {
      fault: "The debtor charges back what was refunded, or due to be",
      shopper: "Nothing",
      merchant: "Problem chargeback_after_refund with what left twice; before, a warning when a refund is inside the 8 weeks",
      heals: "Only the customer can give it back",
      tests: [
        "after a refund is a problem, for the money left twice",
        "is a problem when it was refunded and charged back, whichever came first",
      ],
    },
    {
      fault: "The process dies between Medusa's refund that books a chargeback and the ledger",
      shopper: "Nothing",
      merchant: "One refund in Medusa",
      heals: "The refund's note names the chargeback: the next run finds it booked",
      tests: [
        "books it once when the process dies between Medusa's refund and the ledger",
        "that is booked in Medusa by a process that dies then is not booked again",
      ],
    },
    {
      fault: "The process dies after it recorded a chargeback, a refund or its receipt",
      shopper: "Nothing",
      merchant: "Its event, later",
      heals: "The webhook is tried again: it counts nothing twice and tells what was not told",
      tests: [
        "after it recorded a chargeback leaves it to be told by the next one, counted once",
        "after it recorded a refund leaves it owed once, and told",
        "after it recorded a receipt leaves it counted once, and told, and its problem closed",
      ],
    },
    {
      fault: "Medusa gives a refund up after the ledger has written it down",
      shopper: "Nothing",
      merchant: "Nothing is owed for it; it can be asked for again",
      heals: "Taken back at once, at the next refund, or by the hourly job",
      tests: [
        "that Medusa gives up, because the provider failed, is owed by nobody and can be asked for again",
        "that Medusa gave up without telling is taken back by the job",
      ],
    },
    {
      fault: "A refund is asked for twice at the same moment, or for more than is left",
      shopper: "Nothing",
      merchant: "A refusal that says what is left, and why",
      heals: "Nothing to heal",
      tests: [
        "asked for twice at the same moment is owed as often as Medusa booked it",
        "owes no more than what is left of the debit, also when two ask at the same moment",
        "leaves nothing to refund, and says so",
      ],
    },
    {
      fault: "A refund is paid at CatalystPay that nobody had asked for in Medusa",
      shopper: "Nothing",
      merchant: "A refund in Medusa that moves no money",
      heals: "Booked once, and owed by nobody",
      tests: ["that nobody had asked for in Medusa is booked there once, and owed by nobody"],
    },
    {
      fault: "A refund is due and not paid",
      shopper: "Waits for the money",
      merchant: "Problem refund_overdue after 7 days",
      heals: "Closed by itself when CatalystPay reports the refund",
      tests: ["is a problem when a refund has been due for more than 7 days, until it is paid"],
    },
    {
      fault: "A refund's transaction names no debit, and more than one may be meant",
      shopper: "Nothing",
      merchant: "Problem event_unmatched; nothing is counted",
      heals: "By a person",
      tests: ["is counted for nobody, and told, when two debits may be meant by it"],
    },
    {
      fault: "An order is cancelled after its debit was collected",
      shopper: "The money comes back when the merchant pays it",
      merchant: "A refund that is due; with refunds: \"reject\" the problem canceled_order_keeps_money",
      heals: "Closed by itself when the money went back",
      tests: [
        "owes the refund until CatalystPay reports it as paid",
        "does not pretend that a cancelled order gave its money back, until it did",
      ],
    },
    {
      fault: "A webhook tells of a chargeback that the API does not know, or of another environment or amount",
      shopper: "Nothing",
      merchant: "The delivery says why; another amount is the problem amount_mismatch",
      heals: "What is not confirmed yet is tried again with growing pauses",
      tests: [
        "is kept for later while the API does not confirm it",
        "from another environment is recorded and explained, and not applied",
        "applies no chargeback of a larger amount, and tells the merchant once",
      ],
    },
  ],
}

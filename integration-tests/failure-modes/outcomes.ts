import type { FailureModes } from "./mode"

export const OUTCOMES: FailureModes = {
  title: "Outcomes that nobody told, and processes that died",
  modes: [
    {
      fault: "CatalystPay debits, and its answer is lost or a 500",
      shopper: "The order, a moment later",
      merchant: "A paid order",
      heals: "The session, else CatalystPay's records, tell what became of it while the shopper waits",
      tests: [
        "is asked what became of a debit whose answer was lost (payDropsAnswerAfterAcceptance), and never told twice to collect it",
        "is asked what became of a debit whose answer was lost (payAnswers500AfterAcceptance), and never told twice to collect it",
        "settles by the records what a GET does not tell any more, while the shopper waits",
        "is approved while the shopper waits, where it was debited",
      ],
    },
    {
      fault: "The answer that was lost was a decline",
      shopper: "The decline, and whether another account may be tried",
      merchant: "The decline",
      heals: "Read from the records; from the session where that has ended",
      tests: ["is declined with another try, where it was declined and the session lives", "fails, where the decline ended the session"],
    },
    {
      fault: "Nobody can tell yet what became of it",
      shopper: "The order, its payment awaited",
      merchant: "A debit that is being submitted; nothing is booked, whatever a webhook says",
      heals: "The job asks again, ever less often, one server at a time; then the order is told",
      tests: [
        "leaves the order awaiting while the gateway cannot tell, whatever a webhook says, and captures when it can",
        "stays unknown while it is in progress, and is approved when the gateway is done",
        "wait while the outcome of one is unknown, and the job settles it",
        "is asked after by one server at a time, and ever less often",
      ],
    },
    {
      fault: "The submission never arrived, or was rolled back",
      shopper: "The order, its payment awaited a little longer",
      merchant: "A paid order",
      heals: "Submitted once more under the same reference, by one server, not before 30 seconds",
      tests: [
        "is submitted once more under the same reference, where it was rolled back, and not before 30 seconds",
        "is repeated by one of many who find it at the same moment",
      ],
    },
    {
      fault: "The repeat is not answered either, or nobody waits for it any more",
      shopper: "The order, not paid",
      merchant: "The debit has failed with `not_submitted`",
      heals: "Its session is ended and the records are asked; then the customer pays again",
      tests: [
        "is never repeated a second time, and withdrawn after a day in which nothing was collected",
        "is withdrawn at once when its order was cancelled",
        "is not repeated for an order that does not stand",
        "takes the approval that came to light when it was to be withdrawn",
      ],
    },
    {
      fault: "An outcome stays unknown for a day",
      shopper: "The order, its payment awaited",
      merchant: "Problem `outcome_unknown`",
      heals: "Closed by itself when it is known",
      tests: ["becomes a problem after a day, which ends with the debit's settlement"],
    },
    {
      fault: "The gateway speaks of another amount or currency than was submitted",
      shopper: "The order, its payment awaited",
      merchant: "Problem `amount_mismatch`; nothing is approved",
      heals: "Closed by itself when it is the right one",
      tests: ["never approves other money, and tells the merchant until it is the right one"],
    },
    {
      fault: "The answer to a signed mandate is lost",
      shopper: "The order, its payment awaited",
      merchant: "A debit that awaits its verification",
      heals: "Sent once for each return of the shopper's; after that the session is asked",
      tests: [
        "collects what was signed and never told, when the gateway does so by itself",
        "sends a verification that was not answered no second time, however often it asks",
      ],
    },
    {
      fault: "A server is killed before the gateway has the debit",
      shopper: "Nothing of an answer; the order when pay is pressed again",
      merchant: "A paid order, by one debit",
      heals: "The gateway says that nothing came: the job submits it, and the order is paid",
      tests: [
        "before /pay/ reaches the gateway: the job submits it, once",
        "after a submission was marked has submitted nothing, which the gateway confirms: the job does",
      ],
    },
    {
      fault: "A server is killed while the gateway is at the debit, or with its answer under way",
      shopper: "Nothing of an answer; the order when pay is pressed again",
      merchant: "A paid order, by one debit",
      heals: "The job learns of it from the session or the records, and submits nothing",
      tests: [
        "while the gateway is at it: the job learns what came of it, and submits nothing",
        "after the gateway acted, with the answer under way: the job learns of it, also where a GET does not tell",
      ],
    },
    {
      fault: "A process dies at any other step of a submission",
      shopper: "The order, its payment awaited a little longer; before the submission was marked, presses pay again",
      merchant: "A debit that was collected once, or not at all",
      heals: "Whoever comes next asks the gateway first",
      tests: [
        "before a submission is marked has submitted nothing: the shopper presses pay again",
        "after the repeat was marked, too, has used it up: the debit is withdrawn, and nothing is collected",
        "after_pay_was_answered has collected, and nobody collects again",
        "after the repeat was answered has collected, and nobody collects again",
        "after the session was read has learned nothing: the next one asks again",
      ],
    },
    {
      fault: "A process dies while it verifies a signed mandate",
      shopper: "Comes back once more, or has the order",
      merchant: "A debit that was collected once",
      heals: "The job learns of it from the session",
      tests: [
        "after a verification was claimed has told the gateway nothing: the shopper comes back once more",
        "after a verification was answered has collected: the job learns of it",
      ],
    },
    {
      fault: "A process dies between opening a session at CatalystPay and writing it down",
      shopper: "A sentence that says to try again later",
      merchant: "Problem `lead_conflict`",
      heals: "Closed by itself when CatalystPay has let the session go",
      tests: ["before a session is recorded leaves one that blocks the lead: the merchant is told, until it is gone"],
    },
  ],
}

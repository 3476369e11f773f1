import type { FailureModes } from "./mode"

export const UPKEEP: FailureModes = {
  title: "What only the merchant can put right, and what is of no more use",
  modes: [
    {
      fault: "A webhook cannot be processed, try after try",
      shopper: "Nothing",
      merchant: "`webhook_given_up` after `webhookTries`, with the delivery and why",
      heals: "The merchant replays it; processing it closes the problem",
      tests: ["is given up with a problem, and starts anew when it is replayed"],
    },
    {
      fault: "A process dies with a webhook that it had claimed, or a slow one comes back to it too late",
      shopper: "Nothing",
      merchant: "Nothing",
      heals: "Another takes the claim over after a minute; what the slow one writes is refused",
      tests: [
        "takes a delivery back from a process that died with it",
        "lets no slow process overwrite what the next one makes of a delivery, not even after a replay",
      ],
    },
    {
      fault: "A webhook names no debit, or fits none or two of them",
      shopper: "Nothing",
      merchant: "`event_unmatched`, unless e-mail, amount, digits and time fit exactly one debit",
      heals: "A replay that finds it closes the problem",
      tests: [
        "because it fits no debit is a problem that is told once, and closed when a replay finds one",
        "because it fits two debits is applied to neither",
      ],
    },
    {
      fault: "No webhook comes while debits wait",
      shopper: "Nothing",
      merchant: "`webhooks_silent` after half an hour",
      heals: "The first webhook closes it",
      tests: ["is opened when debits wait for half an hour and no webhook comes, and closed when one comes"],
    },
    {
      fault: "The signatures of webhooks do not match, or somebody forges them by the thousand",
      shopper: "Nothing",
      merchant: "`webhook_signature_failing` at the fifth within an hour, and no more than once an hour",
      heals: "A good signature closes it",
      tests: [
        "is opened by the fifth bad signature within an hour, and closed when a good one came after",
        "of bad signatures is opened once an hour, so that nobody floods the merchant from outside",
      ],
    },
    {
      fault: "CatalystPay refuses the API key",
      shopper: "503, and that nothing was debited",
      merchant: "`gateway_credentials_rejected`",
      heals: "The first call with a key that is taken closes it",
      tests: ["is opened when CatalystPay refuses the key, and closed as soon as it takes it"],
    },
    {
      fault: "A sealing key is dropped while bank accounts wait that were sealed with it",
      shopper: "Is asked for the bank account again; nothing was debited",
      merchant: "`encryption_key_missing`; what had waited in the queue is a failed debit",
      heals: "By listing the key again, else as the shoppers give their bank accounts, or a day passes",
      tests: [
        "that was dropped too early is a problem at once, and nothing is lost when it is listed again",
        "that is gone leaves what it sealed expired: the shopper gives the bank account again, and the log says why",
        "that is gone fails a debit that waits for its turn, and submits nothing",
      ],
    },
    {
      fault: "A debit bounces, and no webhook tells",
      shopper: "The bank's statement",
      merchant: "The debit has failed, or counts as charged back; it is never called settled",
      heals: "The records are read before a debit settles by time",
      tests: [
        "is not settled by time when it bounced and no webhook told so",
        "is never captured when the debit bounced before it settled, webhook or not",
      ],
    },
    {
      fault: "CatalystPay cannot be asked on the day a debit would settle",
      shopper: "Nothing",
      merchant: "The capture comes later",
      heals: "It is settled when the records can be read, not blindly",
      tests: ["is captured later, not blindly, when CatalystPay cannot be asked"],
    },
    {
      fault: "The shopper gives a bank account and never presses pay",
      shopper: "Is asked for the account again after a day, in the same session",
      merchant: "Nothing",
      heals: "The sealed IBAN is destroyed after 24 hours at the latest",
      tests: [
        "destroys the IBAN of a shopper who never pressed pay, and asks for the bank account again",
        "who pressed nothing for a day is asked for the bank account again, in the same session",
      ],
    },
    {
      fault: "A cart is abandoned with its session open",
      shopper: "Starts the payment anew when coming back",
      merchant: "Nothing",
      heals: "The session is cancelled at CatalystPay after `retention.openSessionHours`",
      tests: ["to a cart abandoned for days is told to start anew, and can"],
    },
    {
      fault: "A process dies while it erases a person",
      shopper: "Nothing",
      merchant: "The workflow has failed",
      heals: "Running it again erases the rest, and ends as one run does",
      tests: ["ends the same when a process dies in the middle and it is run again"],
    },
    {
      fault: "CatalystPay cannot be asked to cancel the open session of somebody who is forgotten",
      shopper: "Nothing",
      merchant: "`session_not_cancelled` in the workflow's result",
      heals: "The bank account is erased at once, the rest when the cleaning job could cancel the session",
      tests: ["is told when it cannot be cancelled, loses the bank account at once and the rest when it can"],
    },
    {
      fault: "Webhooks about somebody's debit come after the person was forgotten",
      shopper: "Nothing",
      merchant: "They apply as before",
      heals: "The cleaning job takes what they say of the person out of them",
      tests: ["keeps nothing of the webhooks that come later either, and a replay still finds it"],
    },
  ],
}

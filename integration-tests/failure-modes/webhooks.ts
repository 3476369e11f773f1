import type { FailureModes } from "./mode"

export const WEBHOOKS: FailureModes = {
  title: "Webhooks",
  modes: [
    {
      fault: "The same webhook comes ten times at the same moment, and again after the capture",
      shopper: "Nothing",
      merchant: "One capture; the delivery counts how often it came",
      heals: "Nothing to heal: one row, one claim",
      tests: [
        "is captured once when it comes ten times at the same moment",
        "changes nothing when it is sent again ten times after it was captured",
      ],
    },
    {
      fault: "The webhook comes before the gateway has answered the debit",
      shopper: "Nothing",
      merchant: "A paid order",
      heals: "It waits for the answer, else it asks the API",
      tests: ["is believed when it comes before the gateway has answered the debit"],
    },
    {
      fault: "The signature is wrong, missing, or of another account",
      shopper: "Nothing",
      merchant: "401 to the sender; nothing is written",
      heals: "CatalystPay sends it again once the secret is right",
      tests: ["is refused with 401, and not written down, when its signature is not right"],
    },
    {
      fault: "A webhook says approved, and the API does not confirm it",
      shopper: "Nothing",
      merchant: "The delivery says why; nothing is booked",
      heals: "It is tried again with growing pauses",
      tests: ["does not capture a debit that the gateway has not confirmed"],
    },
    {
      fault: "A webhook says paid, and the debit was declined",
      shopper: "The decline",
      merchant: "Nothing is booked",
      heals: "Nothing to heal",
      tests: ["never becomes an approval by a webhook that says so"],
    },
    {
      fault: "A webhook names a session that Medusa has deleted, that is a stranger's, or that is forged",
      shopper: "Nothing: no open cart is completed",
      merchant: "The delivery says that it found no debit",
      heals: "Nothing to heal",
      tests: [
        "completes no cart when its session was deleted, is nobody's, or when it is forged",
        "is ignored when it speaks of a session of nobody, and a stranger's open cart stays open",
        "completes nothing when it is about a session that was cancelled since",
      ],
    },
    {
      fault: "A hostile body: endless, a million keys, deeply nested, not UTF-8, compressed",
      shopper: "Nothing: others are served meanwhile",
      merchant: "413, 408, 401 or 400 to the sender",
      heals: "Nothing to heal",
      tests: [
        "is refused with 413 when it has a million keys, none of which is kept",
        "holds nobody up when it does not end: others are served, and it is given up with 408",
      ],
    },
  ],
}

import type { FailureModes } from "./mode"

export const HOSTED: FailureModes = {
  title: "What is paid on CatalystPay's own page",
  modes: [
    {
      fault: "The shopper pays on the page and never comes back",
      shopper: "The order, by e-mail",
      merchant: "A paid order",
      heals: "The webhook, confirmed by a GET, places the order",
      tests: ["becomes an order by the webhook, which the gateway has to confirm"],
    },
    {
      fault: "… and every webhook is lost",
      shopper: "The order, within the hour",
      merchant: "A paid order",
      heals: "The reconciliation finds the transaction by lead, money and time, and the session, or where that has ended the row, proves it",
      tests: ["becomes an order by the reconciliation alone, where a GET of what is over answers %s"],
    },
    {
      fault: "A return address, a browser or a webhook claims that the page was paid",
      shopper: "The page, still to be paid",
      merchant: "An open cart",
      heals: "Nobody but the API is believed",
      tests: [
        "needs the page before the cart can be completed, whatever the return address or the browser says",
        "is believed of no webhook that the gateway does not confirm",
      ],
    },
    {
      fault: "The gateway cannot be asked whether the page was paid",
      shopper: "That nobody knows yet, and not to pay again; then the order",
      merchant: "A debit whose outcome is unknown; after a day problem `outcome_unknown`",
      heals: "Completing again asks again, and so does the job; nothing is changed, opened or ordered until then",
      tests: [
        "is unknown, never failed: nothing is ordered, changed or opened anew until it says",
        "is asked after by the job, and becomes an order without the shopper",
        "was not paid after all, and can be, on the same page",
        "is read from its records where the session that is over says no more than that",
      ],
    },
    {
      fault: "The cart changes, or another way to pay is chosen, after the page was paid",
      shopper: "409 `payment_in_progress`: the order is to be completed",
      merchant: "One payment, of what was ordered",
      heals: "The gateway is asked before anything is cancelled",
      tests: ["keeps the cart as it was paid", "is not left for %s once its page was paid"],
    },
    {
      fault: "The page of an abandoned cart was paid",
      shopper: "The order",
      merchant: "A paid order",
      heals: "Its session cannot be cancelled, so it is read, and the order is placed",
      tests: ["is found before the session of an abandoned cart would be cancelled"],
    },
    {
      fault: "A server dies while it places the order of a page",
      shopper: "The order when pay is pressed again",
      merchant: "A paid order; one that nobody has paid is problem `order_without_debit` until somebody does",
      heals: "The job, or the next press of pay, asks the gateway",
      tests: ["pays for the order that was left behind", "is told of as an order without a debit where nobody has paid, until somebody does"],
    },
    {
      fault: "The order of a page is cancelled, or paid otherwise, while the page is open",
      shopper: "A page that takes nothing any more",
      merchant: "Where the page was paid all the same: problem `debit_without_order`, or `canceled_order_keeps_money`",
      heals: "The session is cancelled with the order",
      tests: ["cannot be paid any more once its order is cancelled", "is told to the merchant where something else had paid for the order meanwhile"],
    },
    {
      fault: "A debit of the page comes back, or is charged back, before any webhook has named it",
      shopper: "The order, which is to be paid again",
      merchant: "What happened, told from accounts that were declined on the page before",
      heals: "Of a completed page the last attempt is the one that completed it",
      tests: ["and came back since, %s, is told as what it is", "can be charged back although no webhook had named it"],
    },
  ],
}

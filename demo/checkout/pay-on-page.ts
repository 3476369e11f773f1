/**
 * Pays on the sandbox's hosted page as a shopper would: opens it, then sends its form. What the page says to it is between
 * it and the shopper: the shop asks CatalystPay.
 */
export async function payOnPage(paymentUrl: string, iban: string, holder: string): Promise<void> {
  const page = await fetch(paymentUrl)
  if (!page.ok) {
    throw new Error(`The payment page answered ${page.status}.`)
  }
  const body = new URLSearchParams({ iban, holder, mandate: "accepted" })
  const answer = await fetch(paymentUrl, { method: "POST", body, redirect: "manual" })
  if (answer.status !== 303) {
    throw new Error(`The payment page did not take the bank account (status ${answer.status}).`)
  }
}

/** Signs the mandate to which the page leads, and opens the page once more, which then takes over what was signed. */
export async function signOnPage(paymentUrl: string): Promise<void> {
  const verificationUrl = (await fetch(paymentUrl)).url
  const answer = await fetch(verificationUrl, { method: "POST", body: new URLSearchParams({ decision: "sign" }) })
  if (!answer.ok) {
    throw new Error(`The page to sign the mandate on answered ${answer.status}.`)
  }
}

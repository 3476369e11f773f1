/**
 * Signs the mandate on the sandbox's page as a shopper would: opens it, then sends its form. Answers the
 * `verification_id` that the shop gets with the shopper's return.
 */
export async function signMandate(verificationUrl: string): Promise<string> {
  const page = await fetch(verificationUrl)
  if (!page.ok) {
    throw new Error(`The page to sign the mandate on answered ${page.status}.`)
  }
  const answer = await fetch(verificationUrl, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "decision=sign",
    redirect: "manual",
  })
  const target = answer.headers.get("location")
  const verificationId = target === null ? null : new URL(target, verificationUrl).searchParams.get("verification_id")
  if (!verificationId) {
    throw new Error(`The page to sign the mandate on did not send the shopper back (status ${answer.status}).`)
  }
  return verificationId
}

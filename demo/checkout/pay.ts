import { maskIban } from "../iban-text"
import { liveSession, openSession, type OpenCheckout, type Say } from "./cart"
import { completeAnswer, ibanAnswer, mandateAnswer, paymentSessionAnswer, type PaymentSession } from "./shapes"
import { payOnPage, signOnPage } from "./pay-on-page"
import { signMandate } from "./sign-mandate"
import type { StoreClient } from "./store-client"

export type PlacedOrder = { id: string; display_id: number; payment_status: string }

export type PaymentInput = {
  /** Tried in this order: the next one after a decline. */
  ibans: readonly string[]
  holder: string
  /** Which of the shop's ways to pay. */
  provider_id: string
  /** False with a real gateway, whose page only a person can sign. */
  canSign: boolean
}

type Outcome = { order: PlacedOrder } | { declined: PaymentSession; message: string }

const SIGNATURES = 2

/** What an order's payment is at this moment: a later request may find it captured already. */
const ORDER_FIELDS = "id,display_id,payment_collections.status"

/**
 * Pays the cart and places the order.
 *
 * @throws Error when no IBAN was accepted
 */
export async function pay(
  store: StoreClient,
  checkout: OpenCheckout,
  input: PaymentInput,
  say: Say,
): Promise<PlacedOrder> {
  let session = await openSession(store, checkout, input.provider_id)
  say(`payment session ${session.id}`)
  let message = "There is no account to debit."
  for (const [index, iban] of input.ibans.entries()) {
    if (session.data.retry_allowed === false) {
      session = await openSession(store, checkout, input.provider_id)
      say(`another payment session ${session.id}`)
    }
    await (session.data.collect === "hosted"
      ? giveAccountOnPage(session, iban, input, say)
      : giveAccount(store, session, iban, input.holder, say))
    const outcome = await complete(store, checkout, input.canSign, say)
    if ("order" in outcome) {
      return outcome.order
    }
    session = outcome.declined
    message = outcome.message
    say(`DECLINED (${session.data.error?.code ?? "no code"}): "${message}"`)
    const next = input.ibans[index + 1]
    if (next !== undefined) {
      say(`another try, with ${maskIban(next)}`)
    }
  }
  throw new Error(`The order was not paid: ${message}`)
}

async function giveAccountOnPage({ data }: PaymentSession, iban: string, { holder, canSign }: PaymentInput, say: Say) {
  if (!canSign || data.payment_url === null) {
    throw new Error(`This payment waits for somebody to pay it: ${data.payment_url ?? "the store named no page"}`)
  }
  await payOnPage(data.payment_url, iban, holder)
  say(`bank account ${maskIban(iban)} given, mandate accepted on the sandbox's page`)
}

async function giveAccount(store: StoreClient, session: PaymentSession, iban: string, holder: string, say: Say) {
  const path = `/store/catalystpay/payment-sessions/${session.id}`
  const check = await store.post("/store/catalystpay/iban", { iban, payment_session_id: session.id }, ibanAnswer)
  if (!check.valid) {
    throw new Error(`The IBAN was refused: ${check.error?.message ?? "it is not valid"}`)
  }
  say(`IBAN ${maskIban(iban)} is valid: ${check.bank_name ?? "bank not known"} ${check.bic ?? ""}`.trimEnd())
  const { mandate } = await store.get(`${path}/mandate?locale=en`, mandateAnswer)
  say(`mandate text ${mandate.text_version} read (${mandate.text.length} characters)`)
  const body = {
    iban,
    iban_holder_name: holder,
    mandate: { accepted: true, locale: "en", text_version: mandate.text_version },
  }
  await store.post(`${path}/bank-account`, body, paymentSessionAnswer)
  say("bank account given, mandate accepted")
}

async function complete(store: StoreClient, { cart_id }: OpenCheckout, canSign: boolean, say: Say): Promise<Outcome> {
  for (let signatures = 0; ; signatures++) {
    const answer = await store.post(`/store/carts/${cart_id}/complete?fields=${ORDER_FIELDS}`, {}, completeAnswer)
    if (answer.type === "order") {
      const { id, display_id, payment_collections } = answer.order
      return { order: { id, display_id, payment_status: payment_collections[0]?.status ?? "unknown" } }
    }
    const session = liveSession(answer.cart.payment_collection.payment_sessions)
    const { status, collect, payment_url, verification_url } = session.data
    const url = status !== "awaiting_verification" ? null : collect === "hosted" ? payment_url : verification_url
    if (url === null) {
      return { declined: session, message: answer.error.message }
    }
    if (!canSign || signatures >= SIGNATURES) {
      throw new Error(`This payment waits for somebody to sign the mandate: ${url}`)
    }
    say(`the mandate has to be signed first: ${answer.error.message}`)
    if (collect === "hosted") {
      await signOnPage(url)
      say("mandate signed on the sandbox's page, shopper is back")
      continue
    }
    const verification_id = await signMandate(url)
    await store.post(
      `/store/catalystpay/payment-sessions/${session.id}/verification`,
      { verification_id },
      paymentSessionAnswer,
    )
    say("mandate signed on the sandbox's page, shopper is back")
  }
}

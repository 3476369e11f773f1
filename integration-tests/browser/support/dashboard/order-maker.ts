import { randomBytes } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"
import { FORM_PROVIDER } from "../../../../demo/accounts"
import { fillCart, openSession, type OpenCheckout } from "../../../../demo/checkout/cart"
import { pay, type PlacedOrder } from "../../../../demo/checkout/pay"
import { completeAnswer, paymentSessionAnswer } from "../../../../demo/checkout/shapes"
import { StoreClient } from "../../../../demo/checkout/store-client"
import type { DemoInfo } from "../../../../demo/demo-file"
import { sign, type JsonValue } from "../../../../sandbox/canonical-json"
import type { SandboxControl } from "../sandbox"
import type { AdminApi } from "./admin-api"

const debit = z.looseObject({
  id: z.string(),
  state: z.string(),
  payment_session_id: z.string(),
  transaction_id: z.string().nullable(),
  order_number: z.string().nullable(),
  mandate: z.looseObject({ reference: z.string().nullable() }).nullable(),
  bank_account: z.looseObject({ masked_iban: z.string() }).nullable(),
})
const debits = z.object({ debits: z.array(debit), count: z.number() })
export type DebitAnswer = z.infer<typeof debit>

const order = z.object({
  order: z.object({
    payment_collections: z.array(z.object({ payments: z.array(z.object({ id: z.string(), payment_session_id: z.string().nullish() })) })),
  }),
})

const customer = z.object({ order: z.object({ customer_id: z.string() }) })

export const HOLDER = "Erika Mustermann"
const HAPPENS_WITHIN_MS = 30_000
const LOOKS_EVERY_MS = 100

type Payload = { [key: string]: JsonValue }

/** An order and the checkout that it came from. */
export interface MadeOrder extends PlacedOrder, OpenCheckout {
  email: string
}

interface OrderTerms {
  ibans: readonly string[]
  provider_id?: string
  quantity?: number
}

/** Makes orders and what happens to their debits, by the ways on which shoppers, merchants and banks make them. */
export class OrderMaker {
  private readonly store_: StoreClient

  constructor(
    private readonly info_: DemoInfo,
    private readonly admin_: AdminApi,
    private readonly sandbox_: SandboxControl,
  ) {
    this.store_ = new StoreClient(info_.medusa_url, info_.publishable_key)
  }

  /**
   * @param ibans the accounts that are tried one after the other
   * @param provider_id one of ours
   * @param quantity of the one thing that is bought
   */
  async order({ ibans, provider_id = FORM_PROVIDER, quantity = 1 }: OrderTerms): Promise<MadeOrder> {
    const checkout = await this.checkout_(quantity)
    const payment = { ibans, holder: HOLDER, provider_id, canSign: true }
    return { ...checkout, ...(await pay(this.store_, checkout, payment, () => undefined)) }
  }

  /** Pays without any of our providers. */
  async orderOfAnother(provider_id: string): Promise<MadeOrder> {
    const checkout = await this.checkout_(1)
    const path = `/store/payment-collections/${checkout.payment_collection_id}/payment-sessions`
    await this.store_.post(path, { provider_id }, z.unknown())
    const placed = await this.store_.post(
      `/store/carts/${checkout.cart_id}/complete?fields=id,display_id,payment_collections.status`,
      {},
      completeAnswer,
    )
    if (placed.type !== "order") {
      throw new Error(placed.error.message)
    }
    const { id, display_id, payment_collections } = placed.order
    return { ...checkout, id, display_id, payment_status: payment_collections[0]?.status ?? "unknown" }
  }

  /** Pays a placed order with another account; what comes of it the order shows. */
  async payAgain(made: MadeOrder, iban: string): Promise<void> {
    const session = await openSession(this.store_, made, FORM_PROVIDER)
    await this.giveAccount_(session, iban)
    await this.store_.post(`/store/catalystpay/payment-sessions/${session.id}/authorization`, {}, z.unknown())
  }

  /** An order's debits, the newest first. */
  async debits(orderId: string): Promise<DebitAnswer[]> {
    return (await this.list(`order_id=${orderId}`)).debits
  }

  /** Those that the admin API lists, and how many they are in all. */
  async list(query: string): Promise<z.infer<typeof debits>> {
    return this.admin_.get(`/admin/catalystpay/debits?${query}`, debits)
  }

  /** The customer whom Medusa keeps for the order's e-mail address; also guests have one. */
  async customerOf({ id }: MadeOrder): Promise<string> {
    return (await this.admin_.get(`/admin/orders/${id}?fields=customer_id`, customer)).order.customer_id
  }

  /** Waits until the newest of them is in a state. */
  async until(made: MadeOrder, state: string): Promise<DebitAnswer> {
    const deadline = Date.now() + HAPPENS_WITHIN_MS
    for (;;) {
      const [newest] = await this.debits(made.id)
      if (newest?.state === state) {
        return newest
      }
      if (Date.now() > deadline) {
        throw new Error(`The debit of order ${made.display_id} is ${newest?.state ?? "missing"}, and not ${state}.`)
      }
      await sleep(LOOKS_EVERY_MS)
    }
  }

  /** The merchant books the money without waiting for the bank. */
  async capture(made: MadeOrder): Promise<void> {
    await this.admin_.post(`/admin/payments/${await this.paymentOf_(made)}/capture`)
    await this.until(made, "captured")
  }

  async refund(made: MadeOrder, amount: number): Promise<void> {
    await this.admin_.post(`/admin/payments/${await this.paymentOf_(made)}/refund`, { amount })
    await this.until(made, "refund_due")
  }

  async cancel(made: MadeOrder): Promise<void> {
    await this.admin_.post(`/admin/orders/${made.id}/cancel`)
  }

  /** What the bank does to the newest debit of an order, and waits until it is known here. */
  async atBank(made: MadeOrder, deed: "settle" | "bounce" | "chargeBack" | "refund", becomes: string): Promise<void> {
    const [newest] = await this.debits(made.id)
    await this.sandbox_[deed](newest?.transaction_id ?? "")
    await this.until(made, becomes)
  }

  /** CatalystPay reports something, signed as it signs; whether it is so its API tells. */
  async report(event: string, payload: Payload): Promise<void> {
    const answer = await fetch(`${this.info_.medusa_url}/hooks/catalystpay/default`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-catalystpay-event": event,
        "x-catalystpay-signature": sign(payload, this.info_.webhook_secret),
      },
      body: JSON.stringify(payload),
    })
    if (!answer.ok) {
      throw new Error(`The webhook ${event} was answered with ${answer.status}.`)
    }
  }

  /** Somebody new, in front of the payment. */
  private async checkout_(quantity: number): Promise<OpenCheckout & { email: string }> {
    const email = `erika.${randomBytes(5).toString("hex")}@example.com`
    return { ...(await fillCart(this.store_, { ...this.info_, quantity }, email, () => undefined)), email }
  }

  private async giveAccount_({ id }: { id: string }, iban: string): Promise<void> {
    const body = { iban, iban_holder_name: HOLDER, mandate: { accepted: true, locale: "en" } }
    await this.store_.post(`/store/catalystpay/payment-sessions/${id}/bank-account`, body, paymentSessionAnswer)
  }

  private async paymentOf_({ id }: MadeOrder): Promise<string> {
    const found = await this.admin_.get(`/admin/orders/${id}?fields=*payment_collections.payments`, order)
    const [payment] = found.order.payment_collections.flatMap(({ payments }) => payments)
    if (!payment) {
      throw new Error(`Nothing was paid for order ${id}.`)
    }
    return payment.id
  }
}

import { z } from "zod"
import type { SwitchAnswer, SwitchName } from "../../../sandbox"
import { eventually } from "./eventually"
import { APPROVED } from "./ibans"
import { webhooksOf } from "./mailbox"
import { WEBHOOK_SECRET } from "./environment"
import type { Shop } from "./shop-suite"
import type { Shopper } from "./shopper"
import { OWN_HOOK } from "./webhook-sender"

const chargeback = z.looseObject({
  id: z.string(),
  kind: z.string(),
  amount: z.string(),
  reason: z.looseObject({ code: z.string().nullable(), another_attempt: z.string().nullable() }),
  booked_at: z.string().nullable(),
})
const refund = z.looseObject({ id: z.string(), amount: z.string(), open_amount: z.string() })
const debitView = z.looseObject({
  id: z.string(),
  state: z.string(),
  status: z.string(),
  captured_amount: z.string(),
  refund_due_amount: z.string(),
  refunded_amount: z.string(),
  charged_back_amount: z.string(),
  chargebacks: z.array(chargeback),
  refunds: z.array(refund),
  refund_receipts: z.array(z.looseObject({ amount: z.string(), unasked_amount: z.string() })),
  events: z.array(z.looseObject({ type: z.string() })),
})
export type DebitAnswer = z.infer<typeof debitView>
const payments = z.object({
  payments: z.array(
    z.looseObject({
      id: z.string(),
      refunds: z.array(z.looseObject({ id: z.string(), amount: z.number(), note: z.string().nullable() })),
    }),
  ),
})

/** An order that is paid by a debit, and what happens to its money. */
export class Paid {
  constructor(
    private readonly shop: Shop,
    readonly shopper: Shopper,
    readonly orderId: string,
  ) {}

  /** CatalystPay's id of the debit's transaction. */
  get transaction(): string {
    const [session] = this.shop.sandbox.sessions().filter(({ lead }) => lead.email === this.shopper.email)
    return z.string().parse(session?.transactions.find(({ type }) => type === "sdd_sale")?.id)
  }

  async debit(): Promise<DebitAnswer> {
    const answer = await this.shop.admin.get(`/admin/catalystpay/debits?order_id=${this.orderId}`)
    return debitView.parse(z.object({ debits: z.array(z.unknown()) }).parse(answer).debits[0])
  }

  /** Waits for the debit to become what is expected. */
  async until(holds: (debit: DebitAnswer) => boolean): Promise<DebitAnswer> {
    return eventually(() => this.debit(), holds)
  }

  async payment() {
    const filter = `payment_session_id=${this.shopper.sessionId}`
    const answer = await this.shop.admin.get(`/admin/payments?${filter}&fields=*,*refunds`)
    const [found] = payments.parse(answer).payments
    return payments.shape.payments.element.parse(found)
  }

  async paymentStatus(): Promise<string> {
    return (await this.shopper.order(this.orderId)).payment_status
  }

  async openProblems(): Promise<{ code: string; details: unknown }[]> {
    const { id } = await this.debit()
    const rows = await this.shop.database.rows(
      "select code, details from catalystpay_problem where debit_id = ? and closed_at is null order by created_at",
      [id],
    )
    return z.array(z.object({ code: z.string(), details: z.unknown() })).parse(rows)
  }

  /** The debits' events that the merchant sees. */
  async told(type: string): Promise<number> {
    return (await this.debit()).events.filter((event) => event.type === type).length
  }
}

/** An order that is placed and captured. */
export async function paidOrder(shop: Shop): Promise<Paid> {
  const shopper = await readyToPay(shop)
  const order = await shopper.placeOrder()
  await eventually(() => shopper.order(order.id), ({ payment_status }) => payment_status === "captured")
  return new Paid(shop, shopper, order.id)
}

/** An order that is placed and approved; the webhooks that would have it captured are kept back. */
export async function approvedOrder(shop: Shop) {
  const shopper = await readyToPay(shop)
  let orderId = ""
  const webhooks = await webhooksOf(shop.sandbox, shopper, async () => {
    orderId = (await shopper.placeOrder()).id
  })
  shop.sandbox.setWebhooks({ url: shop.http.baseUrl() + OWN_HOOK, secret: WEBHOOK_SECRET })
  return { paid: new Paid(shop, shopper, orderId), webhooks }
}

async function readyToPay(shop: Shop): Promise<Shopper> {
  const shopper = shop.newShopper()
  await shopper.goToPayment()
  await shopper.giveBankAccount(APPROVED)
  return shopper
}

/** Answers a question of the documentation's otherwise, until the test ends. */
export function answerOtherwise<Name extends SwitchName>(shop: Shop, name: Name, answer: SwitchAnswer<Name>): void {
  Object.assign(shop.sandbox.switches, { [name]: answer })
}

/** All webhooks are done with. */
export async function allProcessed(shop: Shop): Promise<void> {
  await shop.sandbox.settled()
  await eventually(
    () => shop.database.deliveries(),
    (rows) => rows.every(({ status }) => status === "processed" || status === "ignored"),
  )
}

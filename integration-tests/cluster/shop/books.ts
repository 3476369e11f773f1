import type { Client } from "pg"
import { z } from "zod"
import type { Sandbox } from "../../../sandbox"
import { toCents } from "../agreement/cents"
import type { Checkout, Facts } from "../agreement/facts"

const money = z.union([z.string(), z.number()]).transform((amount) => toCents(String(amount)))
const count = z.coerce.number()
const problems = z.array(z.object({ code: z.string(), debit_id: z.string().nullable(), order_id: z.string().nullable(), key: z.string() }))

const debits = z.array(
  z.object({
    id: z.string(),
    status: z.string(),
    session_token: z.string(),
    email: z.string(),
    amount: money,
    captured_amount: money,
    order_id: z.string().nullable(),
  }),
)
const orders = z.array(
  z.object({ id: z.string(), email: z.string(), canceled: z.boolean(), total: money, paid: money }),
)
const payments = z.array(
  z.object({
    id: z.string(),
    order_id: z.string().nullable(),
    debit_id: z.string().nullable(),
    canceled: z.boolean(),
    amount: money,
    captures: count,
    captured: money,
  }),
)
const deliveries = z.array(z.object({ id: z.string(), status: z.string(), received_count: count }))

const DEBITS = `
  select d.id, d.status, d.session_token, d.email, d.amount::text, d.captured_amount::text, o.order_id
  from catalystpay_debit d
  left join order_payment_collection o on o.payment_collection_id = d.payment_collection_id and o.deleted_at is null
  where d.deleted_at is null`
const ORDERS = `
  select o.id, lower(o.email) as email, o.canceled_at is not null as canceled,
    (select s.totals->>'current_order_total' from order_summary s
      where s.order_id = o.id and s.version = o.version and s.deleted_at is null limit 1) as total,
    (select coalesce(sum(t.amount), 0)::text from order_transaction t where t.order_id = o.id and t.deleted_at is null) as paid
  from "order" o where o.deleted_at is null`
const PAYMENTS = `
  select p.id, o.order_id, p.canceled_at is not null as canceled, p.amount::text,
    (select d.id from catalystpay_debit d where d.payment_session_id = p.payment_session_id
      and d.status not in ('cancelled', 'superseded') and d.deleted_at is null limit 1) as debit_id,
    (select count(*) from capture c where c.payment_id = p.id and c.deleted_at is null) as captures,
    (select coalesce(sum(c.amount), 0)::text from capture c where c.payment_id = p.id and c.deleted_at is null) as captured
  from payment p
  left join order_payment_collection o on o.payment_collection_id = p.payment_collection_id and o.deleted_at is null
  where p.deleted_at is null`
const PROBLEMS = `
  select code, debit_id, order_id, key from catalystpay_problem where closed_at is null and deleted_at is null`
const DELIVERIES = "select id, status, received_count from catalystpay_webhook_delivery where deleted_at is null"

/** What stands in the books of the shop and of CatalystPay at this moment. */
export async function readFacts(database: Client, sandbox: Sandbox, checkouts: Checkout[]): Promise<Facts> {
  const open = problems.parse((await database.query(PROBLEMS)).rows)
  const codesOf = (isOf: (problem: z.infer<typeof problems>[number]) => boolean) => open.filter(isOf).map(({ code }) => code)
  const ledger = debits.parse((await database.query(DEBITS)).rows)
  const placed = orders.parse((await database.query(ORDERS)).rows)
  const paid = payments.parse((await database.query(PAYMENTS)).rows)
  const came = deliveries.parse((await database.query(DELIVERIES)).rows)
  const emails = new Map(sandbox.sessions().map(({ session_token, lead }) => [session_token, lead.email]))
  const accepted = sandbox.transactions().filter(({ type, status }) => type === "sdd_sale" && status === "approved")
  return {
    gateway: accepted.map(({ id, session_token, amount }) => ({
      transaction_id: id,
      session_token,
      email: emails.get(session_token) ?? "",
      cents: toCents(amount),
    })),
    ledger: ledger.map(({ amount, captured_amount, ...debit }) => ({
      ...debit,
      cents: amount,
      captured_cents: captured_amount,
      problem_codes: codesOf(({ debit_id }) => debit_id === debit.id),
    })),
    orders: placed.map(({ total, paid: paid_cents, ...order }) => ({
      ...order,
      total_cents: total,
      paid_cents,
      problem_codes: codesOf(({ order_id }) => order_id === order.id),
    })),
    payments: paid.map(({ amount, captured, ...payment }) => ({ ...payment, cents: amount, captured_cents: captured })),
    deliveries: came.map((delivery) => ({ ...delivery, problem_codes: codesOf(({ key }) => key.endsWith(`:${delivery.id}`)) })),
    problems: open.map(({ code, debit_id, order_id }) => ({ code, debit_id, order_id })),
    checkouts,
  }
}

import type { Bench } from "./bench"

/**
 * Writes debits straight into the table: one a second, of all statuses, a few of them in trouble; one in ten is a test's,
 * and one in a thousand belongs to the customer `cus_rare`.
 */
export async function manyDebits({ knex }: Bench, count: number): Promise<void> {
  await knex().raw(
    `insert into catalystpay_debit (
       id, account, status, payment_session_id, payment_collection_id, customer_id, email, amount, raw_amount, currency_code,
       session_token, reference, order_number, transaction_id, iban_last4, livemode, submitted_at, approved_at, captured_amount,
       charged_back_amount, refund_due_amount, settled_at, created_at
     )
     select
       'cpdeb_many' || n,
       case when n % 50 = 0 then 'rare' else 'default' end,
       case when n % 10 < 7 then 'approved' when n % 10 = 7 then 'failed' when n % 10 = 8 then 'cancelled' else 'opened' end,
       'payses_many' || n,
       'pay_col_many' || n,
       case when n % 1000 = 0 then 'cus_rare' else 'cus_' || n end,
       'many' || n || '@example.com',
       (n % 5000) / 100.0 + 1,
       '{}',
       'eur',
       'ps_many' || n,
       'payses_many' || n || '.1',
       'ORD-MANY' || n,
       'txn_many' || n,
       lpad((n % 10000)::text, 4, '0'),
       n % 10 <> 0,
       now() - n * interval '1 second',
       case when n % 10 < 7 then now() - n * interval '1 second' end,
       case when n % 10 < 7 then 1 else 0 end,
       case when n % 700 = 1 then 1 else 0 end,
       case when n % 900 = 2 then 1 else 0 end,
       case when n % 2 = 0 then now() end,
       now() - n * interval '1 second'
     from generate_series(1, ?) as n`,
    [count],
  )
  await knex().raw("analyze catalystpay_debit")
}

import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AdminCatalystPayChargebackMonth } from "../admin-types"
import { toDecimal } from "./money"

interface ApprovedInMonth {
  month: string
  debits: number
}

interface TakenBackInMonth {
  month: string
  currency_code: string
  /** Debits of which money was taken back. */
  chargebacks: number
  amount: string
}

/**
 * How many debits were charged back in a month, over those approved in it. A return and a chargeback of the same debit tell
 * of the same money, and count once.
 * @param months this one, and so many before it that they are as many
 */
export async function chargebackRates(knex: Knex, now: Date, months: number): Promise<AdminCatalystPayChargebackMonth[]> {
  const names = monthsUntil(now, months)
  const from = `${names[0]}-01T00:00:00Z`
  const approved = await knex.raw<{ rows: ApprovedInMonth[] }>(
    `select to_char(approved_at at time zone 'UTC', 'YYYY-MM') as month, count(*)::int as debits
     from catalystpay_debit where approved_at >= ?::timestamptz and deleted_at is null group by 1`,
    [from],
  )
  const takenBack = await knex.raw<{ rows: TakenBackInMonth[] }>(
    `select month, currency_code, count(*)::int as chargebacks, sum(amount)::text as amount from (
       select to_char(coalesce(c.reported_at, c.created_at) at time zone 'UTC', 'YYYY-MM') as month, d.currency_code,
         least(sum(c.amount), d.amount) as amount
       from catalystpay_chargeback as c join catalystpay_debit as d on d.id = c.debit_id
       where coalesce(c.reported_at, c.created_at) >= ?::timestamptz and c.deleted_at is null
       group by 1, d.id
     ) as of_debit group by month, currency_code order by currency_code`,
    [from],
  )
  return toRates(names, approved.rows, takenBack.rows)
}

/** Pure: the months' names, the oldest first. */
export function monthsUntil(now: Date, months: number): string[] {
  return Array.from({ length: months }, (_, index) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (months - 1 - index), 1))
    return month.toISOString().slice(0, 7)
  })
}

/** Pure. */
export function toRates(months: string[], approved: ApprovedInMonth[], takenBack: TakenBackInMonth[]): AdminCatalystPayChargebackMonth[] {
  return months.map((month) => {
    const debits = approved.find((row) => row.month === month)?.debits ?? 0
    const rows = takenBack.filter((row) => row.month === month)
    const chargebacks = rows.reduce((sum, row) => sum + row.chargebacks, 0)
    return {
      month,
      debits,
      chargebacks,
      rate: (debits === 0 ? 0 : chargebacks / debits).toFixed(4),
      amount_by_currency: rows.map(({ currency_code, amount }) => ({ currency_code, amount: toDecimal(amount, currency_code) })),
    }
  })
}

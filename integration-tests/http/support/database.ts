import { z } from "zod"

/** The part of knex that the tests use. */
export interface Connection {
  raw(sql: string, bindings?: readonly string[]): Promise<{ rows: unknown[] }>
}

const row = z.record(z.string(), z.unknown())
const tableName = z.object({ name: z.string() })

/** Reads the store's database past Medusa. */
export class Database {
  constructor(private readonly connection: Connection) {}

  async rows(sql: string, bindings: readonly string[] = []): Promise<z.infer<typeof row>[]> {
    const { rows } = await this.connection.raw(sql, bindings)
    return z.array(row).parse(rows)
  }

  async one(sql: string, bindings: readonly string[] = []): Promise<z.infer<typeof row>> {
    const [first] = await this.rows(sql, bindings)
    return row.parse(first)
  }

  async count(table: string): Promise<number> {
    return z.coerce.number().parse((await this.one(`select count(*) as count from "${table}"`)).count)
  }

  /** The debit that speaks for a Medusa payment session. */
  async debit(paymentSessionId: string): Promise<z.infer<typeof row>> {
    const sql = "select * from catalystpay_debit where payment_session_id = ? order by created_at desc"
    return this.one(sql, [paymentSessionId])
  }

  async events(debitId: unknown): Promise<z.infer<typeof row>[]> {
    const sql = "select * from catalystpay_debit_event where debit_id = ? order by created_at, id"
    return this.rows(sql, [z.string().parse(debitId)])
  }

  async deliveries(): Promise<z.infer<typeof row>[]> {
    return this.rows("select * from catalystpay_webhook_delivery order by created_at, id")
  }

  /** Every row of every table of every schema, as text. */
  async dump(): Promise<string> {
    const tables = await this.rows(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables " +
        "where schemaname not in ('pg_catalog', 'information_schema', 'kept')",
    )
    const names = z.array(tableName).parse(tables)
    const rows = await this.rows(names.map(({ name }) => `select t::text as line from ${name} t`).join(" union all "))
    return rows.map(({ line }) => String(line)).join("\n")
  }
}

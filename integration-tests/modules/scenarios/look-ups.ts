import { DebitStore } from "../../../src/modules/catalystpay/debits/debit-store"
import { DueDebits } from "../../../src/modules/catalystpay/debits/due-debits"
import { Inbox } from "../../../src/modules/catalystpay/webhooks/inbox"
import { APPROVED } from "../../http/support/ibans"
import { readyDebit, type Bench } from "../support/bench"

type Statement = { sql: string; bindings: readonly string[] }

const MANY = 3_000

export function lookUps(bench: Bench): void {
  /** Enough rows, unlike each other, for PostgreSQL to care which index it takes. */
  async function fillTables(): Promise<void> {
    const knex = bench.knex()
    const { id } = await readyDebit(bench, APPROVED)
    const copy = async (table: string, changed: Record<string, string>, where: string): Promise<void> => {
      const columns: { column_name: string }[] = await knex("information_schema.columns")
        .where({ table_name: table, is_generated: "NEVER" })
        .select("column_name")
      const names = columns.map(({ column_name }) => column_name)
      const values = names.map((name) => changed[name] ?? `t.${name}`)
      await knex.raw(
        `insert into ${table} (${names.join(", ")}) ` +
          `select ${values.join(", ")} from ${table} t, generate_series(1, ${MANY}) n ${where}`,
      )
    }
    const numbered = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `'${name}_' || n`]))
    await copy(
      "catalystpay_debit",
      numbered(
        "id",
        "payment_session_id",
        "payment_collection_id",
        "session_token",
        "reference",
        "transaction_id",
        "order_number",
        "email",
      ),
      `where t.id = '${id}'`,
    )
    await copy("catalystpay_mandate", { ...numbered("id"), debit_id: "'id_' || n" }, `where t.debit_id = '${id}'`)
    const now = knex.fn.now()
    await knex("catalystpay_webhook_delivery").insert({
      id: "one",
      account: "default",
      event_name: "e",
      fingerprint: "one",
      payload: "{}",
      status: "processed",
      next_try_at: now,
    })
    await copy("catalystpay_webhook_delivery", numbered("id", "fingerprint"), "where t.id = 'one'")
    await knex("catalystpay_webhook_delivery").insert({
      id: "due",
      account: "default",
      event_name: "e",
      fingerprint: "due",
      payload: "{}",
      next_try_at: now,
    })
    await knex.raw("analyze")
  }

  /** What PostgreSQL would do for the statement that `look` sends, were scanning a table forbidden. */
  async function planOf(look: (on: Bench) => Promise<unknown>): Promise<string> {
    const knex = bench.knex()
    const sent: Statement[] = []
    const listen = ({ sql, bindings }: Statement) => {
      if (!/^(BEGIN|COMMIT);/.test(sql)) {
        sent.push({ sql, bindings })
      }
    }
    knex.on("query", listen)
    try {
      await look({ ...bench, knex: () => knex })
    } finally {
      knex.removeListener("query", listen)
    }
    expect(sent).toHaveLength(1)
    return knex.transaction(async (trx) => {
      await trx.raw("set local enable_seqscan = off")
      const explained = `explain ${sent[0]?.sql.replace(/\$\d+/g, "?")}`
      const { rows } = await trx.raw<{ rows: { "QUERY PLAN": string }[] }>(explained, [...(sent[0]?.bindings ?? [])])
      return rows.map((row) => row["QUERY PLAN"]).join("\n")
    })
  }

  const inboxOf = ({ knex }: Bench) => new Inbox(knex, () => 12)
  const store = ({ knex }: Bench) => new DebitStore(knex, async () => undefined)

  const finders: [string, (on: Bench) => Promise<unknown>, string][] = [
    ["by id", (on) => store(on).byId("id_7"), "catalystpay_debit_pkey"],
    [
      "by payment session",
      (on) => store(on).bySession("payment_session_id_7"),
      "IDX_catalystpay_debit_payment_session",
    ],
    ["by session token", (on) => store(on).bySessionToken("session_token_7"), "IDX_catalystpay_debit_session_token"],
    ["by reference", (on) => store(on).byReference("reference_7"), "IDX_catalystpay_debit_reference"],
    ["by transaction", (on) => store(on).byTransaction("transaction_id_7"), "IDX_catalystpay_debit_transaction"],
    ["by order number", (on) => store(on).byOrderNumber("order_number_7"), "IDX_catalystpay_debit_order_number"],
    [
      "by payment collection",
      (on) => store(on).byCollection("payment_collection_id_7"),
      "IDX_catalystpay_debit_collection",
    ],
    ["by cart", (on) => store(on).byCart("cart_id_7"), "IDX_catalystpay_debit_cart"],
    ["by lead", (on) => store(on).activeOfLead({ accounts: ["default", "other"], emails: ["email_7", "forgotten:7"] }), "IDX_catalystpay_debit_lead"],
    ["of a mandate", (on) => store(on).mandateOf("id_7", 1), "IDX_catalystpay_mandate_attempt"],
    ["of a debit to ask after", (on) => new DueDebits(on.knex).claim(new Date()), "IDX_catalystpay_debit_status"],
    ["of what is due in the inbox", (on) => inboxOf(on).claimDue(10), "IDX_catalystpay_webhook_due"],
    ["of one delivery", (on) => inboxOf(on).claim("due"), "catalystpay_webhook_delivery_pkey"],
  ]

  it("uses the index that was made for it, and scans no table", async () => {
    await fillTables()
    for (const [what, look, index] of finders) {
      const plan = await planOf(look)
      expect({ what, plan }).toEqual({ what, plan: expect.stringContaining(index) as unknown })
      expect({ what, plan }).toEqual({ what, plan: expect.not.stringContaining("Seq Scan") as unknown })
    }
  })
}

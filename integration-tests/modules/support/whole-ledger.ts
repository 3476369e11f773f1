import type { Bench } from "./bench"

/** Every row of every table of the ledger, each as a text with its table's name before it. */
export async function wholeLedger({ knex }: Bench): Promise<string[]> {
  const tables: { rows: { name: string }[] } = await knex().raw(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename like 'catalystpay_%' order by tablename",
  )
  const rows: string[] = []
  for (const { name } of tables.rows) {
    const found: { rows: { line: string }[] } = await knex().raw(`select t::text as line from "${name}" as t order by 1`)
    rows.push(...found.rows.map(({ line }) => `${name} ${line}`))
  }
  return rows
}

/** The tables in which one of the texts stands, in any case. */
export async function tablesWith(bench: Bench, ...texts: string[]): Promise<string[]> {
  const rows = (await wholeLedger(bench)).filter((row) => texts.some((text) => row.toLowerCase().includes(text.toLowerCase())))
  return [...new Set(rows.map((row) => row.slice(0, row.indexOf(" "))))]
}

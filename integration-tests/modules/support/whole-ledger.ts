import type { Bench } from "./bench"
import { tablesOf } from "./tables"

/** Every row of every table of the ledger, each as a text with its table's name before it. */
export async function wholeLedger({ knex }: Bench): Promise<string[]> {
  const rows: string[] = []
  for (const name of await tablesOf(knex())) {
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

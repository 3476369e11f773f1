/** A claim and the tests that prove it. */
export interface ProvenRow {
  /** Markdown, one for each column. */
  cells: readonly string[]
  /** Names of tests, word for word as they stand in the sources; a row of a table without proofs has none. */
  tests: readonly string[]
}

export interface ProvenTable {
  title: string
  /** What is to be said before the table. */
  intro?: string
  /** The last column, of the tests, is added where a row has any. */
  columns: readonly string[]
  rows: readonly ProvenRow[]
}

/** The files of each test, by its name. */
export type FilesByTest = ReadonlyMap<string, readonly string[]>

/** What is wrong with the references to tests: a name that no test has, or that several have. */
export function complaintsAbout(tables: readonly ProvenTable[], files: FilesByTest): string[] {
  const names = tables.flatMap(({ rows }) => rows.flatMap(({ tests }) => tests))
  return [...new Set(names)].flatMap((name) => {
    const found = files.get(name)?.length ?? 0
    return found === 1 ? [] : [`"${name}" is the name of ${found} tests; a proof needs the name of exactly one.`]
  })
}

export function renderTable({ title, intro, columns, rows }: ProvenTable, files: FilesByTest): string[] {
  const proven = rows.some(({ tests }) => tests.length > 0)
  const head = proven ? [...columns, "Tests"] : columns
  return [
    "",
    `## ${title}`,
    ...(intro === undefined ? [] : ["", intro]),
    "",
    line(head),
    `|${"---|".repeat(head.length)}`,
    ...rows.map(({ cells, tests }) => line(proven ? [...cells, linksTo(tests, files)] : cells)),
  ]
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((text) => text.replaceAll("\n", " ")).join(" | ")} |`
}

function linksTo(tests: readonly string[], files: FilesByTest): string {
  return tests.map((name) => `[${name.replace(/[[\]|]/g, "\\$&")}](../${files.get(name)?.[0] ?? ""})`).join("<br>")
}

/**
 * Writes docs/contract.md from the facts and from the names of the tests that cover them. With `--check` it writes
 * nothing, and fails when the file is not up to date, a fact has no test, or a test's name has an id that is no fact's.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { renderContract, untested, type Place } from "./contract-doc/render"
import { renderEndings } from "./contract-doc/render-endings"
import { scanTests } from "./contract-doc/scan-tests"
import { ROOT, sourcesBelow } from "./tests/sources"
import { FACTS, SECTIONS } from "../unit-tests/contract/facts"

const DOC = join(ROOT, "docs", "contract.md")
const check = process.argv.includes("--check")

const places = new Map<string, Place[]>()
for (const file of ["unit-tests", "integration-tests"].flatMap(sourcesBelow)) {
  for (const { ids, name } of scanTests(file, readFileSync(join(ROOT, file), "utf8"))) {
    ids.forEach((id) => places.set(id, [...(places.get(id) ?? []), { file, name }]))
  }
}

const known = new Set(FACTS.map(({ id }) => id))
const complaints = [
  ...[...places].flatMap(([id, tests]) =>
    known.has(id) ? [] : tests.map(({ file, name }) => `${file}: "${name}" names ${id}, which is no fact.`),
  ),
  ...untested(FACTS, places).map(({ id }) => `${id} has no test.`),
]
const doc = renderContract(SECTIONS, places) + renderEndings()
if (!check) {
  mkdirSync(dirname(DOC), { recursive: true })
  writeFileSync(DOC, doc)
} else if (doc !== current()) {
  complaints.push("docs/contract.md is not up to date: run `npm run docs:contract` and commit it.")
}
complaints.forEach((complaint) => console.error(complaint))
process.exitCode = check && complaints.length > 0 ? 1 : 0

function current(): string {
  try {
    return readFileSync(DOC, "utf8").replaceAll("\r\n", "\n")
  } catch {
    return ""
  }
}

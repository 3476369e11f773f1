/**
 * Writes docs/failure-modes.md from integration-tests/failure-modes. With `--check` it writes nothing, and fails when the
 * file is not up to date, or a fault names a test that does not exist.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { FAILURE_MODES } from "../integration-tests/failure-modes"
import { complaintsAbout, renderFailureModes } from "./failure-modes-doc/render"
import { ROOT, sourcesBelow } from "./tests/sources"
import { testCalls } from "./tests/test-calls"

const DOC = join(ROOT, "docs", "failure-modes.md")
const check = process.argv.includes("--check")

const files = new Map<string, string[]>()
for (const file of ["unit-tests", "integration-tests"].flatMap(sourcesBelow)) {
  for (const { name, rows } of testCalls(file, readFileSync(join(ROOT, file), "utf8"))) {
    for (const full of [name, ...rows.map((row) => name.replace("%s", () => row))]) {
      files.set(full, [...(files.get(full) ?? []), file])
    }
  }
}

const complaints = complaintsAbout(FAILURE_MODES, files)
const doc = renderFailureModes(FAILURE_MODES, files)
if (!check) {
  writeFileSync(DOC, doc)
} else if (doc !== readFileSync(DOC, "utf8").replaceAll("\r\n", "\n")) {
  complaints.push("docs/failure-modes.md is not up to date: run `npm run docs:failure-modes` and commit it.")
}
complaints.forEach((complaint) => console.error(complaint))
process.exitCode = complaints.length > 0 ? 1 : 0

/**
 * Writes docs/security.md from integration-tests/security and from the routes that there are. With `--check` it writes
 * nothing, and fails when the file is not up to date, or a claim names a test that does not exist.
 */
import { securityTables } from "../integration-tests/security"
import { writeProvenDoc } from "./proven-doc/write"
import { apiRoutes } from "./tests/routes"

writeProvenDoc({
  name: "security",
  title: "Security",
  paragraphs: [
    "What is to be protected, from whom, what holds, and the test that proves it. Report a vulnerability to the maintainers " +
      "in private before you write about it.",
  ],
  tables: securityTables(apiRoutes()),
})

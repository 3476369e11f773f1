/**
 * Writes docs/failure-modes.md from integration-tests/failure-modes. With `--check` it writes nothing, and fails when the
 * file is not up to date, or a fault names a test that does not exist.
 */
import { FAILURE_MODES } from "../integration-tests/failure-modes"
import { writeProvenDoc } from "./proven-doc/write"

const COLUMNS = ["What happens", "The shopper", "The merchant", "How it heals"]

writeProvenDoc({
  name: "failure-modes",
  title: "What can go wrong, and how it heals",
  paragraphs: [
    "Every fault that the tests play: what the shopper sees of it, what the merchant sees, who puts it right, and the test " +
      "that proves it. Words in `code` are problems, which the merchant reads with a way out in " +
      "`GET /admin/catalystpay/problems`, hears of as the event `catalystpay.problem.opened`, and which close by themselves " +
      "once healed.",
    `${FAILURE_MODES.reduce((sum, { modes }) => sum + modes.length, 0)} faults.`,
  ],
  tables: FAILURE_MODES.map(({ title, modes }) => ({
    title,
    columns: COLUMNS,
    rows: modes.map(({ fault, shopper, merchant, heals, tests }) => ({ cells: [fault, shopper, merchant, heals], tests })),
  })),
})

import type { Locator } from "playwright-core"
import { axeFindingsIn } from "../accessibility"

/**
 * What Medusa UI (4.2) draws without a name and takes none for: DataTable's buttons for filters and sorting, the cross of a
 * filter, the glass in its search, and the cross of a Drawer.
 */
const OF_MEDUSA_UI = [
  "button[aria-haspopup=menu]:not([aria-label])",
  ".bg-ui-bg-field > button.size-7",
  "div:has(> input[type=search]) > [role=img]",
  "[role=dialog] kbd + button",
]

/** What axe-core finds of ours in a part of the dashboard. */
export async function findingsIn(part: Locator): Promise<string[]> {
  return axeFindingsIn(part, OF_MEDUSA_UI)
}

import type { Locator } from "playwright-core"
import { axeFindingsIn } from "../accessibility"

/**
 * Medusa UI's own (4.2), which takes no name or colour from us: DataTable's buttons for filters and sorting have no name, nor
 * have the crosses in its bar of filters, whose grey is faint in the dark, the glass in its search, and a Drawer's cross.
 */
const OF_MEDUSA_UI = [
  "button[aria-haspopup=menu]:not([aria-label])",
  ".border-t.overflow-x-auto.px-6.py-2",
  "div:has(> input[type=search]) > [role=img]",
  "[role=dialog] kbd + button",
]

/** What axe-core finds of ours in a part of the dashboard. */
export async function findingsIn(part: Locator): Promise<string[]> {
  return axeFindingsIn(part, OF_MEDUSA_UI)
}

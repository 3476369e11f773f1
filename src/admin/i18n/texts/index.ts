import type { ActionsTexts } from "./actions"
import type { CustomerTexts } from "./customer"
import type { DebitTexts } from "./debit"
import type { EvidenceTexts } from "./evidence"
import type { ListsTexts } from "./lists"
import type { ProblemsTexts } from "./problems"
import type { ReasonsTexts } from "./reasons"
import type { SettingsTexts } from "./settings"

/** Every sentence of the dashboard, so that a language that lacks one does not compile. */
export interface Texts extends DebitTexts {
  actions: ActionsTexts
  customer: CustomerTexts
  evidence: EvidenceTexts
  lists: ListsTexts
  settings: SettingsTexts
  problems: ProblemsTexts
  reasons: ReasonsTexts
}

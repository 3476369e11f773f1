import type { ActionsTexts } from "./texts/actions"
import type { CustomerTexts } from "./texts/customer"
import type { DebitTexts } from "./texts/debit"
import type { EvidenceTexts } from "./texts/evidence"
import type { ListsTexts } from "./texts/lists"
import type { OutcomesTexts } from "./texts/outcomes"
import type { ProblemsTexts } from "./texts/problems"
import type { ReasonsTexts } from "./texts/reasons"
import type { SettingsTexts } from "./texts/settings"

/** Every sentence of the dashboard, so that a language that lacks one does not compile. */
export interface Texts extends DebitTexts {
  actions: ActionsTexts
  customer: CustomerTexts
  evidence: EvidenceTexts
  lists: ListsTexts
  settings: SettingsTexts
  outcomes: OutcomesTexts
  problems: ProblemsTexts
  reasons: ReasonsTexts
}

import type { Texts } from "./texts"
import { actions } from "./de/actions"
import { customer } from "./de/customer"
import { debit } from "./de/debit"
import { evidence } from "./de/evidence"
import { lists } from "./de/lists"
import { outcomes } from "./de/outcomes"
import { problems } from "./de/problems"
import { reasons } from "./de/reasons"
import { settings } from "./de/settings"

export const de: Texts = {
  ...debit,
  actions,
  customer,
  evidence,
  lists,
  settings,
  outcomes,
  problems,
  reasons,
}

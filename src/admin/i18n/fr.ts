import type { Texts } from "./texts"
import { actions } from "./fr/actions"
import { customer } from "./fr/customer"
import { debit } from "./fr/debit"
import { evidence } from "./fr/evidence"
import { lists } from "./fr/lists"
import { outcomes } from "./fr/outcomes"
import { problems } from "./fr/problems"
import { reasons } from "./fr/reasons"
import { settings } from "./fr/settings"

export const fr: Texts = {
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

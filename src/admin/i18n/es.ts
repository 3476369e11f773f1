import type { Texts } from "./texts"
import { actions } from "./es/actions"
import { customer } from "./es/customer"
import { debit } from "./es/debit"
import { evidence } from "./es/evidence"
import { lists } from "./es/lists"
import { outcomes } from "./es/outcomes"
import { problems } from "./es/problems"
import { reasons } from "./es/reasons"
import { settings } from "./es/settings"

export const es: Texts = {
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

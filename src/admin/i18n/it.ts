import type { Texts } from "./texts"
import { actions } from "./it/actions"
import { customer } from "./it/customer"
import { debit } from "./it/debit"
import { evidence } from "./it/evidence"
import { lists } from "./it/lists"
import { outcomes } from "./it/outcomes"
import { problems } from "./it/problems"
import { reasons } from "./it/reasons"
import { settings } from "./it/settings"

export const it: Texts = {
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

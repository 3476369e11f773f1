import type { Texts } from "./texts"
import { actions } from "./nl/actions"
import { customer } from "./nl/customer"
import { debit } from "./nl/debit"
import { evidence } from "./nl/evidence"
import { lists } from "./nl/lists"
import { outcomes } from "./nl/outcomes"
import { problems } from "./nl/problems"
import { reasons } from "./nl/reasons"
import { settings } from "./nl/settings"

export const nl: Texts = {
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

import type { Texts } from "../texts"
import { actions } from "./actions"
import { customer } from "./customer"
import { debit } from "./debit"
import { evidence } from "./evidence"
import { lists } from "./lists"
import { problems } from "./problems"
import { reasons } from "./reasons"
import { settings } from "./settings"

export const de: Texts = {
  ...debit,
  actions,
  customer,
  evidence,
  lists,
  settings,
  problems,
  reasons,
}

import { PROBLEM_TEXTS } from "../../../modules/catalystpay/problem-texts"
import { REASON_TEXTS } from "../../../modules/catalystpay/reason-codes"
import type { Texts } from "../texts"
import { actions } from "./actions"
import { customer } from "./customer"
import { debit } from "./debit"
import { evidence } from "./evidence"
import { lists } from "./lists"
import { settings } from "./settings"

export const en: Texts = {
  ...debit,
  actions,
  customer,
  evidence,
  lists,
  settings,
  problems: PROBLEM_TEXTS,
  reasons: REASON_TEXTS,
}

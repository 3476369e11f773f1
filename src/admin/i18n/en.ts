import { PROBLEM_TEXTS } from "../../modules/catalystpay/problems/problem-texts"
import { REASON_TEXTS } from "../../modules/catalystpay/money/reason-codes"
import { WEBHOOK_OUTCOME_TEXTS } from "../../modules/catalystpay/webhooks/webhook-outcomes"
import type { Texts } from "./texts"
import { actions } from "./en/actions"
import { customer } from "./en/customer"
import { debit } from "./en/debit"
import { evidence } from "./en/evidence"
import { lists } from "./en/lists"
import { settings } from "./en/settings"

export const en: Texts = {
  ...debit,
  actions,
  customer,
  evidence,
  lists,
  settings,
  outcomes: WEBHOOK_OUTCOME_TEXTS,
  problems: PROBLEM_TEXTS,
  reasons: REASON_TEXTS,
}

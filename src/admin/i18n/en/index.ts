import { PROBLEM_TEXTS } from "../../../modules/catalystpay/problem-texts"
import { REASON_TEXTS } from "../../../modules/catalystpay/reason-codes"
import type { Texts } from "../texts"
import { actions } from "./actions"
import { debit } from "./debit"
import { lists } from "./lists"
import { settings } from "./settings"

export const en: Texts = { ...debit, actions, lists, settings, problems: PROBLEM_TEXTS, reasons: REASON_TEXTS }

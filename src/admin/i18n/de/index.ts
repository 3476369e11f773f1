import type { Texts } from "../texts"
import { actions } from "./actions"
import { debit } from "./debit"
import { lists } from "./lists"
import { problems } from "./problems"
import { reasons } from "./reasons"
import { settings } from "./settings"

export const de: Texts = { ...debit, actions, lists, settings, problems, reasons }

import type { Texts } from "../texts"
import { actions } from "./actions"
import { debit } from "./debit"
import { lists } from "./lists"
import { settings } from "./settings"

export const en: Texts = { ...debit, actions, lists, settings }

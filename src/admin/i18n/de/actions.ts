import type { ActionsTexts } from "../texts/actions"

export const actions: ActionsTexts = {
  open: "Aktionen",
}

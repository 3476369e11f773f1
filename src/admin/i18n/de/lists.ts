import type { ListsTexts } from "../texts/lists"

export const lists: ListsTexts = {
  title: "SEPA-Lastschriften",
}

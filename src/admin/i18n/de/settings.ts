import type { SettingsTexts } from "../texts/settings"

export const settings: SettingsTexts = {
  title: "SEPA-Lastschrift",
}

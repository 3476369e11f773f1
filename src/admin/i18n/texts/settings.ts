/** What the settings page says. */
export interface SettingsTexts {
  title: string
}

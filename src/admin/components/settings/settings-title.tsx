import { useTexts } from "../../lib/use-texts"

/** What the page is called in the trail above it. */
export const SettingsTitle = () => {
  const { t } = useTexts()
  return t("settings.title")
}

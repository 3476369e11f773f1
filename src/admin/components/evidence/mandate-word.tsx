import { useTexts } from "../../lib/use-texts"

/** What the page of a mandate is called, in the trail above it. */
export const MandateWord = () => {
  const { t } = useTexts()
  return t("evidence.breadcrumb")
}

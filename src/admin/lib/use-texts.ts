import { useMemo } from "react"
import { useTranslation } from "react-i18next"

/** The namespace of this plugin's sentences in the dashboard's translations. */
const NAMESPACE = "catalystpay"

export interface Texts {
  t: (key: string, values?: Record<string, string | number>) => string
  /** Words for a code; a code that has none is shown as it is. */
  word: (group: string, code: string, values?: Record<string, string | number>) => string
}

interface ReadTexts extends Texts {
  /** Whether the reader's language is written from the right. */
  direction: "ltr" | "rtl"
}

/** The same object until the language changes, so that what is made with it can be kept. */
export function useTexts(): ReadTexts {
  const { t, i18n } = useTranslation(NAMESPACE)
  return useMemo(
    () => ({
      direction: i18n.dir(),
      t: (key, values = {}) => t(key, values),
      word: (group, code, values = {}) => t(`${group}.${code}`, { ...values, defaultValue: code }),
    }),
    [t, i18n],
  )
}

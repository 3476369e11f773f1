import { useTranslation } from "react-i18next"

/** The namespace of this plugin's sentences in the dashboard's translations. */
const NAMESPACE = "catalystpay"

export interface Texts {
  t: (key: string, values?: Record<string, string | number>) => string
  /** Words for a code; a code that has none is shown as it is. */
  word: (group: string, code: string, values?: Record<string, string | number>) => string
}

export function useTexts(): Texts {
  const { t } = useTranslation(NAMESPACE)
  return {
    t: (key, values = {}) => t(key, values),
    word: (group, code, values = {}) => t(`${group}.${code}`, { ...values, defaultValue: code }),
  }
}

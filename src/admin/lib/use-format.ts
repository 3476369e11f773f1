import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { formatDateTime, formatMoney, toLocaleTag } from "./format"

export interface Format {
  money: (amount: string, currencyCode: string) => string
  dateTime: (iso: string) => string
}

/** Money and dates in the language that the dashboard is read in. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  const { language } = i18n
  return useMemo(() => {
    const locale = toLocaleTag(language)
    return {
      money: (amount, currencyCode) => formatMoney(amount, currencyCode, locale),
      dateTime: (iso) => formatDateTime(iso, locale),
    }
  }, [language])
}

import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import {
  formatAmount,
  formatDate,
  formatDateTime,
  formatLanguage,
  formatMoment,
  formatMoney,
  formatMonth,
  formatRate,
  toLocaleTag,
} from "./format"

export interface Format {
  money: (amount: string, currencyCode: string) => string
  dateTime: (iso: string) => string
}

interface ReadFormat extends Format {
  /** Without its currency. */
  amount: (amount: string) => string
  /** To the second and in UTC, for evidence. */
  moment: (iso: string) => string
  language: (tag: string) => string
  date: (iso: string) => string
  /** Of YYYY-MM: with its year, unless there is no room for it. */
  month: (month: string, withYear?: boolean) => string
  /** 0.0123 as a percentage. */
  rate: (rate: number) => string
}

/** Money and dates in the language that the dashboard is read in. */
export function useFormat(): ReadFormat {
  const { i18n } = useTranslation()
  const { language } = i18n
  return useMemo(() => {
    const locale = toLocaleTag(language)
    return {
      money: (amount, currencyCode) => formatMoney(amount, currencyCode, locale),
      dateTime: (iso) => formatDateTime(iso, locale),
      amount: (amount) => formatAmount(amount, locale),
      moment: (iso) => formatMoment(iso, locale),
      language: (tag) => formatLanguage(tag, locale),
      date: (iso) => formatDate(iso, locale),
      month: (month, withYear = true) => formatMonth(month, locale, withYear),
      rate: (rate) => formatRate(rate, locale),
    }
  }, [language])
}

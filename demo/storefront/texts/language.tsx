import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react"
import { memory } from "../shop/memory"
import { de } from "./de"
import { en } from "./en"
import type { ShopTexts } from "./types"

export const LANGUAGES = [en, de] as const

interface Language {
  texts: ShopTexts
  choose: (locale: string) => void
}

const LanguageContext = createContext<Language | null>(null)

/** The language that was chosen before, else the first of the browser's that the shop speaks. */
function firstLanguage(): ShopTexts {
  const wishes = [memory.language.get(), ...navigator.languages]
  const known = wishes.map((wish) => LANGUAGES.find(({ locale }) => wish?.toLowerCase().split("-")[0] === locale))
  return known.find((texts) => texts !== undefined) ?? en
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [texts, setTexts] = useState(firstLanguage)
  useEffect(() => {
    document.documentElement.lang = texts.locale
  }, [texts])
  const language = useMemo<Language>(
    () => ({
      texts,
      choose(locale) {
        const chosen = LANGUAGES.find((one) => one.locale === locale)
        if (chosen) {
          memory.language.set(chosen.locale)
          setTexts(chosen)
        }
      },
    }),
    [texts],
  )
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (!language) {
    throw new Error("There is no LanguageProvider above.")
  }
  return language
}

export function useTexts(): ShopTexts {
  return useLanguage().texts
}

/** What the catalogue says, in the shop's language. */
export function inLanguage(texts: ShopTexts, words: string | null | undefined): string {
  return words ? (texts.catalog[words] ?? words) : ""
}

/** @param amount in major units */
export function money(texts: ShopTexts, amount: number, currency = "eur"): string {
  return new Intl.NumberFormat(texts.locale, { style: "currency", currency: currency.toUpperCase() }).format(amount)
}

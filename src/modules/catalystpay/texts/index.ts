import { createHash } from "node:crypto"
import type { AccountSettings } from "../options"
import { cs } from "./cs"
import { da } from "./da"
import { de } from "./de"
import { en } from "./en"
import { es } from "./es"
import { fi } from "./fi"
import { fr } from "./fr"
import { it } from "./it"
import { nl } from "./nl"
import { pl } from "./pl"
import { pt } from "./pt"
import { sv } from "./sv"
import type { DeclineCode, ShopperTexts } from "./types"

export type { DeclineCode, ShopperTexts } from "./types"

const LANGUAGES = { cs, da, de, en, es, fi, fr, it, nl, pl, pt, sv } satisfies Record<string, ShopperTexts>

export type Locale = keyof typeof LANGUAGES

/** Changes whenever the wording of a mandate changes in any language. */
export const MANDATE_TEXT_VERSION = "2026-11"

/** The nearest language we have for a BCP 47 tag such as `de-AT`; English when there is none. */
export function toLocale(tag: string | null | undefined): Locale {
  const language = tag?.toLowerCase().split(/[-_]/)[0]
  return isLocale(language) ? language : "en"
}

function isLocale(language: string | undefined): language is Locale {
  return language !== undefined && Object.hasOwn(LANGUAGES, language)
}

export function textsFor(tag: string | null | undefined): ShopperTexts {
  return LANGUAGES[toLocale(tag)]
}

/** A decline in the shopper's words, with what can be done. */
export function declineText(code: string | null, retryAllowed: boolean, tag: string | null | undefined): string {
  const texts = textsFor(tag)
  const reason = isDeclineCode(code, texts) ? texts.declines[code] : texts.declines.unknown
  return `${reason} ${wayOn(code, retryAllowed, texts)}`
}

function wayOn(code: string | null, retryAllowed: boolean, texts: ShopperTexts): string {
  if (!retryAllowed) {
    return texts.no_more_attempts
  }
  return code === "invalid_holder_name" ? texts.correct_holder_name : texts.try_another_account
}

function isDeclineCode(code: string | null, texts: ShopperTexts): code is DeclineCode {
  return code !== null && Object.hasOwn(texts.declines, code)
}

/** The mandate as it is shown and accepted. Its hash is the evidence of which wording was accepted. */
export interface MandateText {
  text: string
  locale: Locale
  text_version: string
  /** SHA-256 of `text`, hex. */
  text_hash: string
}

export function mandateText(creditor: AccountSettings["creditor"], tag: string | null | undefined): MandateText {
  const locale = toLocale(tag)
  const text = LANGUAGES[locale].mandate(creditor)
  const text_hash = createHash("sha256").update(text, "utf8").digest("hex")
  return { text, locale, text_version: MANDATE_TEXT_VERSION, text_hash }
}

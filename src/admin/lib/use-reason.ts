import type { ReasonTexts, ReasonView } from "../../modules/catalystpay/money/reason-codes"
import { useTexts } from "./use-texts"

/** The reason of a return in the reader's language; in the server's where a newer server knows one that we do not. */
export function useReason({ code, another_attempt, meaning, advice }: ReasonView): ReasonTexts {
  const { t } = useTexts()
  const key = `reasons.${another_attempt ? code : "unknown"}`
  return {
    meaning: t(`${key}.meaning`, { defaultValue: meaning }),
    advice: t(`${key}.advice`, { defaultValue: advice }),
  }
}

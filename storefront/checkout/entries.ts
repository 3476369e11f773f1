import type { FormField } from "../client/outcome"
import { checkIban } from "../iban/check"
import { compactIban } from "../iban/grouping"
import type { SepaTexts } from "../texts/types"

/** What stands in the form when the shopper presses pay. */
export interface Entries {
  iban: string
  holder_name: string
  accepted: boolean
}

export type FieldProblems = Partial<Record<FormField, string>>

/** From top to bottom: the first one with a problem gets the focus. */
export const FIELDS = ["iban", "holder_name", "mandate"] as const satisfies readonly FormField[]

/** Pure: what is wrong with the IBAN as it was typed, in the shopper's words; null when nothing is. */
export function ibanProblem(iban: string, texts: SepaTexts): string | null {
  if (compactIban(iban) === "") {
    return texts.iban_missing
  }
  const checked = checkIban(iban)
  return checked.ok ? null : texts.iban_problems[checked.problem]
}

/** Pure: what has to be put right before anything is sent. */
export function problemsOf({ iban, holder_name, accepted }: Entries, texts: SepaTexts): FieldProblems {
  const wrong = ibanProblem(iban, texts)
  return {
    ...(wrong === null ? {} : { iban: wrong }),
    ...(holder_name.trim() === "" ? { holder_name: texts.holder_name_missing } : {}),
    ...(accepted ? {} : { mandate: texts.errors.mandate_not_accepted }),
  }
}

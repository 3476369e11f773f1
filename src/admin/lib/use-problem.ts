import { problemTextKey, type ProblemText } from "../../modules/catalystpay/problems/problem-texts"
import type { ProblemView } from "../../modules/catalystpay/problems/problem-view"
import { textValues } from "../../modules/catalystpay/text-template"
import { useFormat } from "./use-format"
import { useTexts } from "./use-texts"

/** A problem's sentences in the reader's language; as the server says them where it knows one that we do not. */
export function useProblem(problem: ProblemView): ProblemText {
  const { t } = useTexts()
  const { amount } = useFormat()
  const key = `problems.${problemTextKey(problem)}`
  const known = textValues(problem.details)
  const values = known.amount === undefined ? known : { ...known, amount: amount(known.amount) }
  return {
    sentence: t(`${key}.sentence`, { ...values, defaultValue: problem.sentence }),
    way_out: t(`${key}.way_out`, { ...values, defaultValue: problem.way_out }),
  }
}

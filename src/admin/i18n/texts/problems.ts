import type { ProblemText, ProblemTextKey } from "../../../modules/catalystpay/problems/problem-texts"

/** What is wrong and the way out; `{{name}}` stands for a detail of the problem. */
export type ProblemsTexts = Record<ProblemTextKey, ProblemText>

import type { ReasonKey, ReasonTexts } from "../../../modules/catalystpay/money/reason-codes"

/** What the reason of a return means, and what to do about it. */
export type ReasonsTexts = Record<ReasonKey, ReasonTexts>

/**
 * What the reason of an R-transaction means to a merchant: ISO 20022 external codes, as the rulebooks of the European
 * Payments Council use them for SEPA direct debits. The texts stand apart from the table, so that they can be translated.
 */

/** Whether to collect the money once more, and how. */
export type AnotherAttempt =
  /** The same account may pay after a while. */
  | "later"
  /** The debtor has to name another account. */
  | "other_account"
  /** The debtor has to accept a new mandate first. */
  | "new_mandate"
  /** Something has to be put right at the creditor or at CatalystPay first. */
  | "after_correction"
  /** Not by direct debit: the debtor does not want it, or it cannot work. */
  | "never"

const ANOTHER_ATTEMPT = {
  AC01: "other_account",
  AC04: "other_account",
  AC06: "other_account",
  AC13: "other_account",
  AG01: "other_account",
  AG02: "after_correction",
  AM04: "later",
  AM05: "never",
  BE05: "after_correction",
  CNOR: "after_correction",
  DNOR: "other_account",
  FF01: "after_correction",
  MD01: "never",
  MD02: "new_mandate",
  MD06: "never",
  MD07: "never",
  MS02: "never",
  MS03: "later",
  RC01: "other_account",
  RR01: "after_correction",
  RR02: "after_correction",
  RR03: "after_correction",
  RR04: "after_correction",
  SL01: "other_account",
} as const satisfies Record<string, AnotherAttempt>

export type KnownReason = keyof typeof ANOTHER_ATTEMPT

export interface ReasonTexts {
  /** What happened, in a merchant's words. */
  meaning: string
  /** What to do about it. */
  advice: string
}

const ASK_FOR_ANOTHER_ACCOUNT = "Ask the customer for another bank account."
const CONTACT_CATALYSTPAY = "Do not collect again before CatalystPay has put it right."

export type ReasonKey = KnownReason | "unknown"

/** In English, for the API; the dashboard has them in its reader's language. `unknown`: in no list, or nobody gave one. */
export const REASON_TEXTS: Record<ReasonKey, ReasonTexts> = {
  AC01: { meaning: "The account number is wrong.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC04: { meaning: "The account is closed.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC06: { meaning: "The account is blocked.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC13: {
    meaning: "The account belongs to a company, which this kind of debit cannot collect from.",
    advice: ASK_FOR_ANOTHER_ACCOUNT,
  },
  AG01: { meaning: "Direct debits are not permitted on this account.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AG02: { meaning: "The bank did not accept this kind of debit.", advice: CONTACT_CATALYSTPAY },
  AM04: {
    meaning: "There was not enough money in the account.",
    advice: "Agree on a day with the customer, and collect again then.",
  },
  AM05: {
    meaning: "The bank holds it for a duplicate of another debit.",
    advice: "Look whether the customer paid twice before you ask for the money.",
  },
  BE05: { meaning: "The bank does not know the creditor identifier.", advice: CONTACT_CATALYSTPAY },
  CNOR: { meaning: "The creditor's bank cannot be reached for direct debits.", advice: CONTACT_CATALYSTPAY },
  DNOR: { meaning: "The debtor's bank cannot be reached for direct debits.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  FF01: { meaning: "The bank could not read the debit.", advice: CONTACT_CATALYSTPAY },
  MD01: {
    meaning: "The debtor says that there is no valid mandate.",
    advice: "Keep the mandate's evidence at hand, and do not debit this account again.",
  },
  MD02: {
    meaning: "Data of the mandate is missing or wrong.",
    advice: "Let the customer accept a new mandate before you collect again.",
  },
  MD06: {
    meaning: "The debtor asked the bank for the money back.",
    advice: "Ask the customer why, and agree on another way to pay.",
  },
  MD07: { meaning: "The debtor has died.", advice: "Do not debit this account again." },
  MS02: {
    meaning: "The debtor refused the debit.",
    advice: "Ask the customer why, and agree on another way to pay.",
  },
  MS03: {
    meaning: "The bank gives no reason; often the account is short of money or closed.",
    advice: "Ask the customer whether the account can be debited before you collect again.",
  },
  RC01: { meaning: "The bank's identifier (BIC) is wrong.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  RR01: { meaning: "The debtor's account or identification is missing.", advice: CONTACT_CATALYSTPAY },
  RR02: { meaning: "The debtor's name or address is missing.", advice: CONTACT_CATALYSTPAY },
  RR03: { meaning: "The creditor's name or address is missing.", advice: CONTACT_CATALYSTPAY },
  RR04: { meaning: "The bank returned it for a regulatory reason.", advice: CONTACT_CATALYSTPAY },
  SL01: {
    meaning: "The debtor has told the bank not to take debits of this creditor, or over this amount.",
    advice: "Ask the customer to release the debit at the bank, or for another bank account.",
  },
  unknown: { meaning: "No known reason was given.", advice: "Ask the customer before you collect again." },
}

/** A reason as it is shown to the merchant. */
export interface ReasonView extends ReasonTexts {
  /** As the bank gave it, in upper case; null where nobody said. */
  code: string | null
  /** Null where the code does not tell. */
  another_attempt: AnotherAttempt | null
}

/** Pure: explains a reason code, in any case; an unknown one is shown as it is. */
export function explainReason(code: string | null): ReasonView {
  const written = code?.trim().toUpperCase() || null
  return written !== null && isKnown(written)
    ? { code: written, another_attempt: ANOTHER_ATTEMPT[written], ...REASON_TEXTS[written] }
    : { code: written, another_attempt: null, ...REASON_TEXTS.unknown }
}

function isKnown(code: string): code is KnownReason {
  return Object.hasOwn(ANOTHER_ATTEMPT, code)
}

import type { ErrorDetails } from "./model"

type Reason = { meaning: string; code: ErrorDetails["code"] }

/** ISO 20022 reasons of R-transactions, as banks give them for direct debits, with the API's code that fits best. */
export const REASONS: Readonly<Record<string, Reason>> = {
  AC01: { meaning: "Incorrect account number", code: "invalid_iban" },
  AC04: { meaning: "Account closed", code: "account_closed" },
  AC06: { meaning: "Account blocked", code: "do_not_honor" },
  AG01: { meaning: "Direct debits are not permitted on this account", code: "do_not_honor" },
  AM04: { meaning: "Insufficient funds", code: "insufficient_funds" },
  MD01: { meaning: "No valid mandate", code: "mandate_rejected" },
  MD06: { meaning: "Refund asked for by the debtor", code: "do_not_honor" },
  MD07: { meaning: "Debtor deceased", code: "do_not_honor" },
  MS02: { meaning: "Refused by the debtor", code: "do_not_honor" },
  MS03: { meaning: "Reason not specified by the bank", code: "unknown" },
  SL01: { meaning: "Specific service of the debtor's bank", code: "do_not_honor" },
}

export function meaningOf(code: string): string {
  return REASONS[code]?.meaning ?? "Reason not listed"
}

/** What `error_details` would say of a debit that came back. */
export function returnedFor(code: string): ErrorDetails {
  const message = meaningOf(code)
  return { code: REASONS[code]?.code ?? "unknown", message, gateway_code: code, gateway_message: message }
}

/** Accounts that the sandbox answers in a known way (sandbox/test-ibans.ts). */
export const APPROVED = "DE89370400440532013000"
export const DECLINED = "DE91100000000123456789"
export const TO_BE_SIGNED = "DE56100500009000000001"
export const FAILED_FOR_GOOD = "DE60200411339000000008"
export const LOST_ANSWER = "DE96100110019000000011"

/** One that no page offers as a hint, so that wherever it is found the shopper's typing is found. */
export const UNLISTED = "DE02120300000000202051"

export const ALL_IBANS = [APPROVED, DECLINED, TO_BE_SIGNED, FAILED_FOR_GOOD, LOST_ANSWER, UNLISTED]

import type { ErrorCode } from "./types"

/** What an attempt with a given IBAN ends as. */
export type TestIbanOutcome = "approved" | "awaiting_verification" | "declined" | "failed"

/**
 * How the answer of a pay goes wrong beside its outcome. What is true after `lost-answer`, `server-error` and `hang` is
 * told by the switch `pay-after-500`.
 */
export type TestIbanBehaviour = "slow" | "lost-answer" | "server-error" | "hang" | "throttled"

/** How long a pay with a `slow` test IBAN takes. */
export const SLOW_PAY_MS = 3_000

export type TestIban = {
  iban: string
  /** True for CatalystPay's own test IBANs; ours exist in this sandbox only. */
  official: boolean
  outcome: TestIbanOutcome
  /** `error_details.code` of a decline. */
  code: ErrorCode | null
  /** `error_details.gateway_code`: the raw SEPA reason, null when the gateway gave none. */
  gateway_code: string | null
  /** `error_details.message`, a sentence for the shopper. */
  message: string | null
  /** null when the answer comes as it should. */
  behaviour: TestIbanBehaviour | null
  /** What it is for. */
  note: string
}

const plain = { code: null, gateway_code: null, message: null, behaviour: null } as const
const official = { ...plain, official: true } as const
const ours = { ...plain, official: false } as const

/**
 * IBANs with a fixed outcome on `/pay/`; every other valid IBAN is approved. All of them are valid for
 * `/iban-validate/`. The three official ones are from the guide "Sandbox testing"; that the declined one means
 * insufficient funds is the server-to-server guide's example pair, not a documented fact.
 */
export const TEST_IBANS: readonly TestIban[] = [
  {
    ...official,
    iban: "DE89370400440532013000",
    outcome: "approved",
    note: "The happy path.",
  },
  {
    ...official,
    iban: "DE91100000000123456789",
    outcome: "declined",
    code: "insufficient_funds",
    gateway_code: "AM04",
    message: "Insufficient funds",
    note: "Declined; another attempt is allowed.",
  },
  {
    ...official,
    iban: "GB82WEST12345698765432",
    outcome: "approved",
    note: "Approved with an IBAN from outside Germany; its bank is not in the registry.",
  },
  {
    ...ours,
    iban: "DE56100500009000000001",
    outcome: "awaiting_verification",
    note: "The shopper has to sign the mandate on a page first.",
  },
  {
    ...ours,
    iban: "DE09500700109000000002",
    outcome: "declined",
    code: "invalid_iban",
    gateway_code: "AC01",
    message: "Incorrect account number",
    note: "Well-formed, but the bank knows no such account.",
  },
  {
    ...ours,
    iban: "DE26500105179000000003",
    outcome: "declined",
    code: "mandate_rejected",
    gateway_code: "MD01",
    message: "No valid mandate",
    note: "The bank rejects the mandate.",
  },
  {
    ...ours,
    iban: "DE40370400449000000004",
    outcome: "declined",
    code: "account_closed",
    gateway_code: "AC04",
    message: "Account closed",
    note: "The account was closed.",
  },
  {
    ...ours,
    iban: "DE66700202709000000005",
    outcome: "declined",
    code: "do_not_honor",
    gateway_code: "MS02",
    message: "Refused by the account holder or the bank",
    note: "Refused without a precise reason.",
  },
  {
    ...ours,
    iban: "DE17120300009000000006",
    outcome: "declined",
    code: "gateway_unavailable",
    gateway_code: "MS03",
    message: "The payment gateway is not available",
    note: "The gateway could not reach the bank.",
  },
  {
    ...ours,
    iban: "DE55430609679000000007",
    outcome: "declined",
    code: "unknown",
    message: "The payment was declined",
    note: "Declined for a reason the gateway does not name: gateway_code and gateway_message are null.",
  },
  {
    ...ours,
    iban: "DE60200411339000000008",
    outcome: "failed",
    code: "do_not_honor",
    gateway_code: "AG01",
    message: "Direct debits are not permitted on this account",
    note: "A hard decline: failed at once, no further attempt although some remain.",
  },
  {
    ...ours,
    iban: "DE54999999999000000009",
    outcome: "approved",
    note: "Approved, but the bank is not in the registry: bank_name and bic are null.",
  },
  {
    ...ours,
    iban: "DE67100100109000000010",
    outcome: "approved",
    behaviour: "slow",
    note: "Three seconds pass in PAYMENT_IN_PROGRESS before the answer comes.",
  },
  {
    ...ours,
    iban: "DE96100110019000000011",
    outcome: "approved",
    behaviour: "lost-answer",
    note: "The attempt is accepted, then the connection is reset.",
  },
  {
    ...ours,
    iban: "DE35300209009000000012",
    outcome: "approved",
    behaviour: "server-error",
    note: "The attempt is accepted, then the answer is a 500.",
  },
  {
    ...ours,
    iban: "DE23100500009000000013",
    outcome: "approved",
    behaviour: "hang",
    note: "The attempt is accepted, and no answer ever comes: the caller has to give up.",
  },
  {
    ...ours,
    iban: "DE73500700109000000014",
    outcome: "approved",
    behaviour: "throttled",
    note: "The first pay of each session is answered with 429, the next one is approved.",
  },
]

/** The test IBAN that a normalised IBAN is, if it is one. */
export function testIbanOf(iban: string): TestIban | undefined {
  return TEST_IBANS.find((test) => test.iban === iban)
}

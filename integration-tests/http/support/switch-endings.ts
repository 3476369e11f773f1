import type { JourneyName } from "./journeys"

/**
 * Answers to open questions under which a journey ends otherwise, and why that is right. Every other answer has to leave
 * every journey where it is. docs/contract.md shows this table.
 */
export const OTHER_ENDINGS: Readonly<Record<string, { why: string; endings: Partial<Record<JourneyName, string>> }>> = {
  "caller-allow-list=on": {
    why: "CatalystPay refuses every call of a server that it was not told of (403); the log says so.",
    endings: {
      "is approved": "gateway_rejected",
      "signs the mandate": "gateway_rejected",
      "changes the cart before paying": "gateway_rejected",
    },
  },
  "duplicate-lead=refused": {
    why: "The campaign's policy refuses a known e-mail (400), so nobody can pay twice; the log quotes it.",
    endings: {
      "is declined for good, and starts again": "gateway_rejected",
      "changes the cart before paying": "gateway_rejected",
      "comes back for a second order": "gateway_rejected",
    },
  },
}

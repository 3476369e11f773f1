import { ACCESS } from "./facts/access"
import { AFTERWARDS } from "./facts/afterwards"
import { ENVELOPE } from "./facts/envelope"
import { ERROR_ANSWERS } from "./facts/errors"
import type { Fact, Section } from "./facts/fact"
import { PAYING } from "./facts/paying"
import { SESSIONS } from "./facts/sessions"
import { STATUSES } from "./facts/statuses"
import { WEBHOOKS } from "./facts/webhooks"

export type { Fact, Section }

/** What of CatalystPay's contract can be held to, by the sections of docs/contract.md. */
export const SECTIONS: readonly Section[] = [
  ACCESS,
  ERROR_ANSWERS,
  SESSIONS,
  PAYING,
  ENVELOPE,
  STATUSES,
  WEBHOOKS,
  AFTERWARDS,
]
  .flat()
  .sort((one, other) => one.number.localeCompare(other.number, "en", { numeric: true }))

export const FACTS: readonly Fact[] = SECTIONS.flatMap(({ facts }) => facts)

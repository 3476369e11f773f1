import type { JourneyName } from "./journeys"

/**
 * Answers to open questions under which a journey ends otherwise, and why that is right. Every other answer has to leave
 * every journey where it is. docs/switches.md is made from this table.
 */
export const OTHER_ENDINGS: Readonly<Record<string, { why: string; endings: Partial<Record<JourneyName, string>> }>> = {}

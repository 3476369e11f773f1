import type { SwitchName } from "../../../sandbox"

/** CatalystPay's server-to-server guide. */
export const GUIDE = "server-to-server guide"

/**
 * One sentence of CatalystPay's contract. `documented`: a page says it; `inferred`: our reading of what pages say, on
 * which something here relies; `unknown`: no page says it, so everything must work whichever way it turns out.
 */
export type Fact = {
  /** Section and a few words, e.g. `6.1-reference-unique`; tests carry it in brackets. */
  id: string
  section: string
  kind: "documented" | "inferred" | "unknown"
  text: string
  /** CatalystPay's page, or what is known of none. */
  source: string
  /** The sandbox's switch that plays every answer. */
  switch?: SwitchName
  /** Why no switch plays the answers to an unknown. */
  no_switch?: string
}

export type Section = { number: string; title: string; facts: Fact[] }

type Sectionless = Omit<Fact, "section">

export function section(number: string, title: string, facts: Sectionless[]): Section {
  return { number, title, facts: facts.map((fact) => ({ ...fact, section: number })) }
}

/** What a page says. `plays` names the switch when another page contradicts it. */
export function documented(id: string, source: string, text: string, plays?: SwitchName): Sectionless {
  return { id, kind: "documented", text, source, ...(plays ? { switch: plays } : {}) }
}

/** What follows from a page without being stated there. */
export function inferred(id: string, source: string, text: string, plays?: SwitchName): Sectionless {
  return { id, kind: "inferred", text, source, ...(plays ? { switch: plays } : {}) }
}

/** What no page says, and a switch plays. */
export function unknown(id: string, plays: SwitchName, text: string): Sectionless {
  return { id, kind: "unknown", text, source: "not documented", switch: plays }
}

/** What no page says and no switch can play, with the reason. */
export function unplayable(id: string, no_switch: string, text: string): Sectionless {
  return { id, kind: "unknown", text, source: "not documented", no_switch }
}

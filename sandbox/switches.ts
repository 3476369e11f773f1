import { CALL_SWITCHES } from "./questions/calls"
import { PAYMENT_SWITCHES } from "./questions/payments"
import { RECORD_SWITCHES } from "./questions/records"
import { SESSION_SWITCHES } from "./questions/sessions"
import { WEBHOOK_SWITCHES } from "./questions/webhooks"

/** Every open question is a named switch. */
export const SWITCHES = {
  ...CALL_SWITCHES,
  ...SESSION_SWITCHES,
  ...PAYMENT_SWITCHES,
  ...WEBHOOK_SWITCHES,
  ...RECORD_SWITCHES,
}

export type SwitchName = keyof typeof SWITCHES
export type SwitchAnswer<Name extends SwitchName = SwitchName> = (typeof SWITCHES)[Name]["answers"][number]
/** The answer in force for every question. */
export type Switches = { [Name in SwitchName]: SwitchAnswer<Name> }

export const SWITCH_NAMES = Object.keys(SWITCHES).filter(isSwitchName)

export function isSwitchName(name: string): name is SwitchName {
  return Object.hasOwn(SWITCHES, name)
}

/** Whether a text is one of the answers to a question. */
export function isAnswer(name: SwitchName, answer: string): boolean {
  return SWITCHES[name].answers.some((known) => known === answer)
}

/**
 * The default of every switch, with `changes` over them.
 * @throws TypeError for a name or an answer that does not exist
 */
export function switchesWith(changes: Readonly<Record<string, string>> = {}): Switches {
  const answers = SWITCH_NAMES.map((name): [string, string] => [name, SWITCHES[name].answers[0]])
  const switches = { ...Object.fromEntries(answers), ...changes }
  const wrong = Object.entries(switches).find(([name, answer]) => !isSwitchName(name) || !isAnswer(name, answer))
  if (wrong || !isComplete(switches)) {
    throw new TypeError(`There is no switch ${wrong?.join("=")}.`)
  }
  return switches
}

function isComplete(switches: Record<string, string>): switches is Switches {
  return SWITCH_NAMES.every((name) => isAnswer(name, switches[name] ?? ""))
}

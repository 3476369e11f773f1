import { columns } from "./columns"
import { isAnswer, isSwitchName, SWITCH_NAMES, SWITCHES, switchesWith } from "./switches"
import type { Switches } from "./switches"
import { UsageError } from "./usage-error"

/**
 * `--switch name=answer`, as often as it was given, over the defaults; the last one of a name wins.
 * @throws UsageError that names the nearest switch, or the answers that there are
 */
export function parseSwitches(texts: readonly string[]): Switches {
  return switchesWith(Object.fromEntries(texts.map(parseSwitch)))
}

/** Every switch with its default, its other answers and its question. */
export function switchTable(): string {
  const rows = SWITCH_NAMES.map((name) => {
    const [standard, ...others] = SWITCHES[name].answers
    return [name, standard, others.join(", "), SWITCHES[name].question]
  })
  return `${columns([["Switch", "Default", "Other answers", "Question"], ...rows]).join("\n")}\n`
}

function parseSwitch(text: string): [string, string] {
  const [name = "", answer] = text.split(/=(.*)/s)
  if (!isSwitchName(name)) {
    throw new UsageError(
      `There is no switch "${name}"; did you mean "${nearest(name)}"? --list-switches lists them all.`,
    )
  }
  if (answer === undefined || !isAnswer(name, answer)) {
    const known = SWITCHES[name].answers.join(", ")
    throw new UsageError(`--switch ${name}= takes one of ${known}, not "${answer ?? ""}".`)
  }
  return [name, answer]
}

function nearest(name: string): string {
  const byDistance = SWITCH_NAMES.map((known) => ({ known, distance: distance(name, known) }))
  return byDistance.reduce((best, other) => (other.distance < best.distance ? other : best)).known
}

/** Levenshtein's: how many characters have to be put in, taken out or replaced. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [index, character] of [...left].entries()) {
    const next = [index + 1]
    for (const [column, other] of [...right].entries()) {
      const replaced = (row[column] ?? 0) + (character === other ? 0 : 1)
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

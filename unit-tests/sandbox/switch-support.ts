import { SWITCHES } from "../../sandbox"
import type { SandboxOptions, SwitchAnswer, SwitchName } from "../../sandbox"
import { closeAll, startBox } from "./support"
import type { Box } from "./support"

type Scenario = readonly [sentence: string, run: (box: Box) => Promise<void>]

/**
 * One test for each answer of a switch, named `[switch=answer] sentence`. The switch is turned while the sandbox runs,
 * so that an answer which is read only once shows. The compiler demands a scenario for every answer.
 */
export function answersOf<Name extends SwitchName>(
  name: Name,
  scenarios: Record<SwitchAnswer<Name>, Scenario>,
  options: () => SandboxOptions = () => ({}),
): void {
  afterEach(closeAll)
  const answers: readonly SwitchAnswer<Name>[] = SWITCHES[name].answers
  for (const answer of answers) {
    const [sentence, run] = scenarios[answer]
    it(`[${name}=${answer}] ${sentence}`, async () => {
      const box = await startBox(options())
      Object.assign(box.sandbox.switches, { [name]: answer })
      await run(box)
    })
  }
}

/** A clock that a test moves; it starts at a fixed moment. */
export class TestClock {
  private now = Date.parse("2026-04-11T07:00:00.000Z")

  readonly read = (): Date => new Date(this.now)

  pass(milliseconds: number): void {
    this.now += milliseconds
  }
}

/** A call whose answer need not be JSON. */
export function raw(box: Box, method: string, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${box.url}/api/v1${path}`, { method, headers, redirect: "manual" })
}

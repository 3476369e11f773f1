import { logTail } from "./programs"

/** Thrown when nothing that follows could work; the failure itself was printed already. */
export class Abandoned extends Error {}

/** Prints every check as it ends, and counts. */
export class Report {
  passed = 0
  failed = 0

  constructor(private readonly write_: (text: string) => void) {}

  /** A check that others don't build on: when it fails the run goes on. */
  async check(name: string, check: () => Promise<unknown> | void): Promise<void> {
    await this.outcomeOf_(name, async () => check())
  }

  /** @throws Abandoned when the check fails */
  async need<T>(name: string, check: () => Promise<T>): Promise<T> {
    const outcome = await this.outcomeOf_(name, check)
    if (!outcome.ok) {
      throw new Abandoned()
    }
    return outcome.value
  }

  private async outcomeOf_<T>(name: string, check: () => Promise<T>): Promise<{ ok: true; value: T } | { ok: false }> {
    const start = performance.now()
    const line = (word: string) =>
      this.write_(`${word.padEnd(6)}  ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)\n`)
    try {
      const value = await check()
      this.passed += 1
      line("ok")
      return { ok: true, value }
    } catch (error) {
      this.failed += 1
      line("FAILED")
      this.write_(`${indented(`${error instanceof Error ? error.message : String(error)}${logTail(error)}`)}\n`)
      return { ok: false }
    }
  }
}

function indented(text: string): string {
  return text.split("\n").map((line) => `        ${line}`).join("\n")
}

import type { Turn, TurnKind, Turns } from "../../src/gateway/turns"

/** Gives out turns as it is told and remembers who asked. */
export class FakeTurns implements Turns {
  readonly asked: { kind: TurnKind; within_ms: number }[] = []
  readonly paused: { turn: Turn; seconds: number }[] = []
  readonly given: Turn[] = []
  readonly used: Turn[] = []
  /** What the next caller gets; by default leave to call from the system's own address. */
  give: (signal?: AbortSignal) => Turn | null | Promise<Turn | null> = () => ({ local_address: null })

  async take(kind: TurnKind, within_ms: number, signal?: AbortSignal): Promise<Turn | null> {
    this.asked.push({ kind, within_ms })
    const turn = await this.give(signal)
    if (turn) {
      this.given.push(turn)
    }
    return turn
  }

  sent(turn: Turn): void {
    this.used.push(turn)
  }

  pause(turn: Turn, seconds: number): void {
    this.paused.push({ turn, seconds })
  }
}

/** A wait that only its signal ends. */
export function untilAborted(signal?: AbortSignal): Promise<null> {
  return new Promise((resolve) => signal?.addEventListener("abort", () => resolve(null)))
}

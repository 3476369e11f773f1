import { setTimeout as sleep } from "node:timers/promises"
import type { Dice } from "../dice"

const CROWDS = [2, 4, 6, 10] as const
const CROWD_LASTS = 8
/** Whoever waits so long, for a bank or for a process that died, keeps nobody else from the till. */
const HURRY_MS = 20_000

/** Lets so many visits happen, sometimes many at the same time and sometimes few. */
export async function rush(count: number, dice: Dice, visit: (index: number) => Promise<void>): Promise<void> {
  const visits: Promise<void>[] = []
  const crowded = new Set<Promise<void>>()
  let crowd = dice.pick(CROWDS)
  for (let index = 0; index < count; index += 1) {
    if (index % CROWD_LASTS === 0) {
      crowd = dice.pick(CROWDS)
    }
    while (crowded.size >= crowd) {
      await Promise.race(crowded)
    }
    const visited = visit(index)
    visits.push(visited)
    const hurry: Promise<void> = Promise.race([visited, sleep(HURRY_MS, undefined, { ref: false })]).finally(() => crowded.delete(hurry))
    crowded.add(hurry)
  }
  await Promise.all(visits)
}

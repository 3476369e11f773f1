import { setTimeout as sleep } from "node:timers/promises"
import type { Dice } from "../dice"

const CROWDS = [2, 4, 6, 10] as const
const CROWD_LASTS = 8
/** Whoever waits so long, for a bank or for a process that died, keeps nobody else from the till. */
const HURRY_MS = 20_000
/** So many wait beside the crowd at most: on a machine that is slow itself, ever more would come than are served. */
const MOST_WAITING = 8

/** Lets so many visits happen, sometimes many at the same time and sometimes few. */
export async function rush(count: number, dice: Dice, visit: (index: number) => Promise<void>): Promise<void> {
  const under_way = new Set<Promise<void>>()
  const hurrying = new Set<Promise<void>>()
  let crowd = dice.pick(CROWDS)
  for (let index = 0; index < count; index += 1) {
    if (index % CROWD_LASTS === 0) {
      crowd = dice.pick(CROWDS)
    }
    while (hurrying.size >= crowd || under_way.size >= crowd + MOST_WAITING) {
      await Promise.race(hurrying.size >= crowd ? hurrying : under_way)
    }
    const visited: Promise<void> = visit(index).finally(() => under_way.delete(visited))
    const hurried: Promise<void> = Promise.race([visited, sleep(HURRY_MS, undefined, { ref: false })]).finally(() => hurrying.delete(hurried))
    under_way.add(visited)
    hurrying.add(hurried)
  }
  await Promise.all(under_way)
}

import type { Dice } from "../dice"

const CROWDS = [1, 3, 6, 10] as const
const CROWD_LASTS = 8

/** Lets so many visits happen, sometimes many at the same time and sometimes few. */
export async function rush(count: number, dice: Dice, visit: (index: number) => Promise<void>): Promise<void> {
  const under_way = new Set<Promise<void>>()
  let crowd = dice.pick(CROWDS)
  for (let index = 0; index < count; index += 1) {
    if (index % CROWD_LASTS === 0) {
      crowd = dice.pick(CROWDS)
    }
    while (under_way.size >= crowd) {
      await Promise.race(under_way)
    }
    const visited: Promise<void> = visit(index).finally(() => under_way.delete(visited))
    under_way.add(visited)
  }
  await Promise.all(under_way)
}

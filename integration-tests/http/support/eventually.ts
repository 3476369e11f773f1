import { setTimeout as sleep } from "node:timers/promises"

/** Between two looks, the first and the longest: a look costs the server that is waited for some of its time. */
const PAUSE_MS = 50
const LONGEST_PAUSE_MS = 250

/**
 * Looks again and again until `holds` says that what is found is what was waited for.
 * @throws with what was found last when that does not happen before the deadline
 */
export async function eventually<Found>(
  look: () => Promise<Found> | Found,
  holds: (found: Found) => boolean,
  deadlineMs = 20_000,
): Promise<Found> {
  const deadline = Date.now() + deadlineMs
  for (let pause = PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    const found = await look()
    if (holds(found)) {
      return found
    }
    if (Date.now() > deadline) {
      throw new Error(`It did not happen in ${deadlineMs} ms. Last seen: ${JSON.stringify(found)}`)
    }
    await sleep(pause)
  }
}

import { setTimeout as sleep } from "node:timers/promises"

const PAUSE_MS = 50

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
  for (;;) {
    const found = await look()
    if (holds(found)) {
      return found
    }
    if (Date.now() > deadline) {
      throw new Error(`It did not happen in ${deadlineMs} ms. Last seen: ${JSON.stringify(found)}`)
    }
    await sleep(PAUSE_MS)
  }
}

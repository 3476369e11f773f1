/** Waits. @throws the signal's reason, as soon as it is aborted */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(abortionOf(signal))
      return
    }
    const stop = () => {
      clearTimeout(timer)
      if (signal) {
        reject(abortionOf(signal))
      }
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop)
      resolve()
    }, milliseconds)
    signal?.addEventListener("abort", stop, { once: true })
  })
}

function abortionOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error("The wait was given up.")
}

const FIRST_MS = 2_000
const LONGEST_MS = 30_000
const GROWTH = 1.5

/** How long to wait before the next look: two seconds at first, half as long again each time, half a minute at most. */
export function pauseBefore(look: number): number {
  return Math.min(FIRST_MS * GROWTH ** look, LONGEST_MS)
}

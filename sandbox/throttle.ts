const WINDOW_MS = 1_000

/**
 * Django REST framework's sliding window: the times of the calls that passed within the last second, by scope and key.
 * A refused call is not counted.
 */
export class Throttle {
  private readonly passed = new Map<string, number[]>()

  constructor(private readonly clock: () => Date) {}

  /** @returns null when the call may pass, otherwise the seconds until one may */
  take(scope: string, key: string, perSecond: number): number | null {
    const now = this.clock().getTime()
    const name = `${scope} ${key}`
    const recent = (this.passed.get(name) ?? []).filter((at) => at > now - WINDOW_MS)
    const [oldest] = recent
    if (oldest !== undefined && recent.length >= perSecond) {
      return (oldest + WINDOW_MS - now) / 1_000
    }
    this.passed.set(name, [...recent, now])
    return null
  }
}

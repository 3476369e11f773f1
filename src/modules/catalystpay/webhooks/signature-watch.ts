import type { Logger } from "@medusajs/framework/types"
import { RateLimiterRes } from "rate-limiter-flexible"
import { textOf } from "../error-text"
import type { Limiter, LimiterFactory } from "../limits/limiter"
import type { Problems } from "../problems/problems"

/** So many within an hour are no stranger's one try, and a mistyped secret brings them with the first orders. */
export const BAD_SIGNATURES = 5
const HOUR = 3600

/**
 * Counts webhooks whose signature does not match, for all servers together, and opens a problem with the fifth of an
 * hour: once an hour, so that nobody can make the merchant's mailbox overflow from outside. Nothing else of such a
 * webhook is kept, and what comes after it within the hour is not even counted: a flood writes nothing.
 */
export class SignatureWatch {
  private readonly limiter: Pick<Limiter, "consume" | "get">

  constructor(
    create: LimiterFactory,
    private readonly problems: Pick<Problems, "open">,
    private readonly logger: Pick<Logger, "warn">,
  ) {
    this.limiter = create({ name: "bad_signatures", points: BAD_SIGNATURES - 1, seconds: HOUR, remembers_refusals: true })
  }

  /** Never throws: a counter that is down must not change what the sender hears. */
  async count(account: string): Promise<void> {
    try {
      if (await this.isFifth(account)) {
        await this.problems.open({ code: "webhook_signature_failing", subject: account, account })
      }
    } catch (error) {
      const text = textOf(error)
      this.logger.warn(`A webhook with a bad signature could not be counted: ${text}`)
    }
  }

  /** How many came within the hour that runs, 5 standing for more; null when the counter cannot be asked. */
  async countOf(account: string): Promise<number | null> {
    try {
      const counted = await this.limiter.get(account)
      return Math.min(counted?.consumedPoints ?? 0, BAD_SIGNATURES)
    } catch (error) {
      this.logger.warn(`Webhooks with a bad signature are counted, and the counter could not be asked. ${textOf(error)}`)
      return null
    }
  }

  private async isFifth(account: string): Promise<boolean> {
    try {
      await this.limiter.consume(account)
      return false
    } catch (rejection) {
      if (rejection instanceof RateLimiterRes) {
        return rejection.consumedPoints === BAD_SIGNATURES
      }
      throw rejection
    }
  }
}

import { isIP } from "node:net"
import type { Logger } from "@medusajs/framework/types"
import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible"
import { CatalystPayError } from "../errors"
import type { Settings } from "../options"
import { textsFor, type ShopperTexts } from "../texts"

const HOUR = 3600
const MINUTE = 60
/** An IPv6 subscriber has a whole /64 to choose addresses from: four groups of it. */
const NETWORK_GROUPS = 4

export interface LimiterTerms {
  /** What is counted; a part of every key. */
  name: string
  /** How many are allowed within `seconds`. */
  points: number
  seconds: number
}

/** Makes a counter in the store that the project has. */
export type LimiterFactory = (terms: LimiterTerms) => RateLimiterAbstract

/** Counts in this process alone. */
export const memoryLimiter: LimiterFactory = ({ name, points, seconds }) =>
  new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })

/** What is counted of a request, and in which language it is refused. */
export interface CountedRequest {
  /** Null when the client's address is not known: then nothing is counted by it. */
  ip_address: string | null
  locale?: string | null
}

/**
 * How often a shopper may give or check bank accounts: it keeps stolen IBANs from being tried out here. Counted before
 * anything is asked of CatalystPay, under session ids and network addresses, never under an IBAN or an e-mail.
 */
export class AttemptLimits {
  private readonly perSession: RateLimiterAbstract | null
  private readonly perIp: RateLimiterAbstract | null
  private readonly ibanChecksPerIp: RateLimiterAbstract | null

  constructor(
    limits: Settings["attemptLimits"],
    create: LimiterFactory,
    private readonly logger: Logger,
  ) {
    const limiter = (name: string, points: number | false, seconds: number) =>
      points === false ? null : create({ name: `catalystpay:${name}`, points, seconds })
    this.perSession = limiter("attempts-session", limits.perSession, HOUR)
    this.perIp = limiter("attempts-ip", limits.perIp, HOUR)
    this.ibanChecksPerIp = limiter("iban-checks-ip", limits.ibanChecksPerIp, MINUTE)
  }

  /** A bank account is given for a payment session. @throws CatalystPayError `too_many_attempts` */
  async countBankAccount(request: CountedRequest & { payment_session_id: string }): Promise<void> {
    await this.count(this.perIp, networkOf(request.ip_address), "too_many_attempts", request.locale)
    await this.count(this.perSession, request.payment_session_id, "too_many_attempts", request.locale)
  }

  /** An IBAN is checked as it is typed. @throws CatalystPayError `too_many_attempts` */
  async countIbanCheck(request: CountedRequest): Promise<void> {
    await this.count(this.ibanChecksPerIp, networkOf(request.ip_address), "too_many_iban_checks", request.locale)
  }

  private async count(
    limiter: RateLimiterAbstract | null,
    key: string | null,
    text: keyof Pick<ShopperTexts, "too_many_attempts" | "too_many_iban_checks">,
    locale: string | null | undefined,
  ): Promise<void> {
    if (!limiter || key === null) {
      return
    }
    try {
      await limiter.consume(key)
    } catch (rejected) {
      if (!(rejected instanceof RateLimiterRes)) {
        // A counter that is down must not stop a sale.
        this.logger.warn(`An attempt could not be counted and was let pass: ${textOf(rejected)}`)
        return
      }
      throw new CatalystPayError(
        "too_many_attempts",
        {
          developer: `More than ${limiter.points} in ${limiter.duration} s (option attemptLimits).`,
          shopper: textsFor(locale)[text],
        },
        { retry_after: Math.max(1, Math.ceil(rejected.msBeforeNext / 1000)) },
      )
    }
  }
}

/** The address itself, of IPv6 its /64 network. */
export function networkOf(address: string | null): string | null {
  if (address === null || isIP(address) !== 6) {
    return address
  }
  const [head = "", tail] = address.split("::")
  const before = groupsOf(head)
  const after = groupsOf(tail ?? "")
  const zeros: string[] = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => "0")
  const network = [...before, ...zeros, ...after].slice(0, NETWORK_GROUPS)
  return `${network.map((group) => parseInt(group, 16).toString(16)).join(":")}::/64`
}

function groupsOf(part: string): string[] {
  return part.split(":").filter((group) => group !== "")
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

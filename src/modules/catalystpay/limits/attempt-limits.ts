import { isIP } from "node:net"
import type { Logger } from "@medusajs/framework/types"
import { textOf } from "../error-text"
import { CatalystPayError } from "../errors"
import type { Settings } from "../options"
import { textsFor, type ShopperTexts } from "../texts"
import { consume, type Consumption, type Limiter, type LimiterFactory, type LimitTerms } from "./limiter"

const HOUR = 3600
const MINUTE = 60
/** An IPv6 subscriber has a whole /64 to choose addresses from: four groups of it. */
const NETWORK_GROUPS = 4

interface Counter {
  terms: LimitTerms
  limiter: Pick<Limiter, "consume">
}

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
  private readonly perSession: Counter | null
  private readonly perIp: Counter | null
  private readonly ibanChecksPerIp: Counter | null

  constructor(
    limits: Settings["attemptLimits"],
    create: LimiterFactory,
    private readonly logger: Logger,
  ) {
    const counter = (name: string, points: number | false, seconds: number): Counter | null => {
      const terms = { name, points: points || 0, seconds, remembers_refusals: true }
      return points === false ? null : { terms, limiter: create(terms) }
    }
    this.perSession = counter("attempts_session", limits.perSession, HOUR)
    this.perIp = counter("attempts_ip", limits.perIp, HOUR)
    this.ibanChecksPerIp = counter("iban_checks_ip", limits.ibanChecksPerIp, MINUTE)
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
    counter: Counter | null,
    key: string | null,
    text: keyof Pick<ShopperTexts, "too_many_attempts" | "too_many_iban_checks">,
    locale: string | null | undefined,
  ): Promise<void> {
    if (!counter || key === null) {
      return
    }
    const { points, seconds } = counter.terms
    const { granted, wait_ms } = await this.consume(counter, key)
    if (!granted) {
      throw new CatalystPayError(
        "too_many_attempts",
        {
          developer: `More than ${points} in ${seconds} s (option attemptLimits).`,
          shopper: textsFor(locale)[text],
        },
        { retry_after: Math.ceil(wait_ms / 1000) },
      )
    }
  }

  /** A counter that is down must not stop a sale. */
  private async consume({ limiter }: Counter, key: string): Promise<Consumption> {
    try {
      return await consume(limiter, key)
    } catch (error) {
      this.logger.warn(`An attempt could not be counted and was let pass: ${textOf(error)}`)
      return { granted: true, wait_ms: 0 }
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

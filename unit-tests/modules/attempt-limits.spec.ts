import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible"
import type { Logger } from "@medusajs/framework/types"
import { isCatalystPayError } from "../../src/modules/catalystpay/errors"
import { AttemptLimits, networkOf } from "../../src/modules/catalystpay/limits/attempt-limits"
import type { LimiterFactory, LimitTerms } from "../../src/modules/catalystpay/limits/limiter"

const warnings: string[] = []
const silent = () => undefined
const logger: Logger = {
  panic: silent,
  shouldLog: () => true,
  setLogLevel: silent,
  unsetLogLevel: silent,
  activity: () => "",
  progress: silent,
  error: silent,
  failure: () => ({}),
  success: () => ({}),
  silly: silent,
  debug: silent,
  verbose: silent,
  http: silent,
  info: silent,
  log: silent,
  warn: (message) => {
    warnings.push(message)
  },
}

const memoryLimiter: LimiterFactory = ({ name, points, seconds }) =>
  new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })

/** A store that is down. */
class BrokenLimiter extends RateLimiterMemory {
  override async consume(): Promise<RateLimiterRes> {
    throw new Error("connect ECONNREFUSED")
  }
}

function limits(
  change: Partial<Record<"perSession" | "perIp" | "ibanChecksPerIp", number | false>> = {},
  create: LimiterFactory = memoryLimiter,
): AttemptLimits {
  return new AttemptLimits({ perSession: 2, perIp: 3, ibanChecksPerIp: 2, ...change }, create, logger)
}

const attempt = (payment_session_id: string, ip_address: string | null = "203.0.113.7") => ({ payment_session_id, ip_address })

const tooMany = expect.objectContaining({ code: "too_many_attempts", status: 429 }) as unknown

describe("the limits of attempts", () => {
  it("refuse the third bank account of a session, and say when the next may come", async () => {
    const counted = limits()
    await counted.countBankAccount(attempt("payses_1"))
    await counted.countBankAccount(attempt("payses_1"))
    const refusal: unknown = await counted.countBankAccount(attempt("payses_1")).catch((error: unknown) => error)
    expect(refusal).toEqual(tooMany)
    const retryAfter = isCatalystPayError(refusal) ? refusal.retry_after : null
    expect(Number.isInteger(retryAfter)).toBe(true)
    expect(retryAfter).toBeGreaterThan(0)
    expect(retryAfter).toBeLessThanOrEqual(3600)
  })

  it("refuse an address that goes from session to session", async () => {
    const counted = limits()
    for (const session of ["payses_1", "payses_2", "payses_3"]) {
      await counted.countBankAccount(attempt(session))
    }
    await expect(counted.countBankAccount(attempt("payses_4"))).rejects.toEqual(tooMany)
    await expect(counted.countBankAccount(attempt("payses_4", "203.0.113.8"))).resolves.toBeUndefined()
  })

  it("count by the session alone where the address is not known", async () => {
    const counted = limits()
    for (const session of ["payses_1", "payses_2", "payses_3", "payses_4", "payses_1"]) {
      await counted.countBankAccount(attempt(session, null))
    }
    await expect(counted.countBankAccount(attempt("payses_1", null))).rejects.toEqual(tooMany)
  })

  it("count IBANs that are checked by themselves", async () => {
    const counted = limits()
    await counted.countIbanCheck({ ip_address: "203.0.113.7" })
    await counted.countIbanCheck({ ip_address: "203.0.113.7" })
    await expect(counted.countIbanCheck({ ip_address: "203.0.113.7" })).rejects.toEqual(tooMany)
    await expect(counted.countBankAccount(attempt("payses_1"))).resolves.toBeUndefined()
  })

  it("are told to a German shopper in German", async () => {
    const counted = limits({ perSession: 1 })
    await counted.countBankAccount(attempt("payses_1"))
    const refused = counted.countBankAccount({ ...attempt("payses_1"), locale: "de-AT" })
    await expect(refused).rejects.toMatchObject({ public_message: expect.stringContaining("zu oft") as unknown })
  })

  it("can be switched off one by one", async () => {
    const counted = limits({ perSession: false })
    for (let index = 0; index < 3; index += 1) {
      await counted.countBankAccount(attempt("payses_1"))
    }
    await expect(counted.countBankAccount(attempt("payses_1"))).rejects.toEqual(tooMany)
    const none = limits({ perSession: false, perIp: false, ibanChecksPerIp: false }, () => {
      throw new Error("no counter is needed")
    })
    await expect(none.countBankAccount(attempt("payses_1"))).resolves.toBeUndefined()
  })

  it("stop no sale when their store is down, and say so in the log", async () => {
    warnings.length = 0
    const counted = limits({ perSession: 1, perIp: 1 }, ({ points, seconds }) => new BrokenLimiter({ points, duration: seconds }))
    await counted.countBankAccount(attempt("payses_1"))
    await counted.countBankAccount(attempt("payses_1"))
    expect(warnings).toHaveLength(4)
    expect(warnings[0]).toContain("ECONNREFUSED")
  })

  it("are asked for by name, number and time", () => {
    const asked: LimitTerms[] = []
    limits({}, (terms) => {
      asked.push(terms)
      return memoryLimiter(terms)
    })
    expect(asked).toEqual([
      { name: "attempts_session", points: 2, seconds: 3600, remembers_refusals: true },
      { name: "attempts_ip", points: 3, seconds: 3600, remembers_refusals: true },
      { name: "iban_checks_ip", points: 2, seconds: 60, remembers_refusals: true },
    ])
  })
})

describe("the network of an address", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::", "fe80:0:0:0::/64"],
    [null, null],
  ])("of %j is %j", (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

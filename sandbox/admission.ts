import type { Context } from "hono"
import type { Env } from "./api"
import { ApiError, throttled } from "./api-error"
import { authenticate } from "./auth"
import type { SessionStore } from "./session-store"
import type { Switches } from "./switches"
import { Throttle } from "./throttle"

type Gate = { scope: string; perSecond: number; kinds: readonly ("rk" | "ps")[]; required: boolean }

const BROWSER = { perSecond: 1, kinds: ["rk", "ps"], required: false } as const
const SERVER = { perSecond: 50, kinds: ["rk"], required: true } as const

/** Scope and rate (page "Rate limits"; contract, section 3) and credential (section 2) of each operation. */
const GATES = {
  create: { ...SERVER, scope: "api_key_create" },
  get: { ...BROWSER, scope: "browser_read" },
  pay: { ...BROWSER, scope: "browser_pay" },
  verify: { ...BROWSER, scope: "browser_verify" },
  cancel: { ...SERVER, scope: "api_key_cancel" },
  "iban-validate": { ...SERVER, kinds: ["rk", "ps"], scope: "iban_validate" },
  reconciliation: { ...SERVER, scope: "api_key_reconciliation" },
} as const satisfies Record<string, Gate>

export type GateName = keyof typeof GATES

type AdmissionOptions = {
  apiKeys: string[]
  store: SessionStore
  switches: Switches
  clock: () => Date
  /** Whether the documented limits hold at present. */
  rateLimits: () => boolean
  callerAddresses: string[]
}

/**
 * What is asked before an endpoint looks at its call, in Django REST framework's order: address, credential, rate.
 * The function that it hands back throws ApiError 403, 401 or 429.
 */
export function createAdmission(options: AdmissionOptions): (c: Context<Env>, name: GateName) => void {
  const { store, switches, callerAddresses } = options
  const throttle = new Throttle(options.clock)

  return (c, name) => {
    const gate: Gate = GATES[name]
    const connection = plainAddress(c.env.incoming.socket.remoteAddress ?? "")
    if (switches["caller-allow-list"] === "on" && !callerAddresses.includes(connection)) {
      throw new ApiError(403, "Calls from this address are not allowed.")
    }
    const ignored = !gate.required && switches["needless-bearer"] === "ignored"
    const apiKey = ignored ? null : authenticate(c.req.header("authorization"), { ...options, ...gate })
    if (!options.rateLimits()) {
      return
    }
    const shared = !gate.required && switches["throttle-scopes"] === "common"
    const wait = throttle.take(shared ? "browser" : gate.scope, apiKey ?? client(c, connection), gate.perSecond)
    if (wait !== null) {
      throw throttled(wait, switches["retry-after"])
    }
  }

  function client(c: Context<Env>, connection: string): string {
    switch (switches["throttle-key"]) {
      case "connection":
        return connection
      case "forwarded-for":
        return c.req.header("x-forwarded-for")?.split(",")[0]?.trim() || connection
      case "customer-ip":
        return store.find(c.req.param("token") ?? "")?.customer_ip ?? connection
    }
  }
}

/** An IPv4 address that came over an IPv6 socket is written as IPv4. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:/, "")
}

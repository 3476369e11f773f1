import { inspect } from "node:util"
import type { CatalystPayClient } from "../../src/gateway/client"
import { GatewayError, type GatewayErrorKind } from "../../src/gateway/errors"

export const KEY = "rk_live_0123456789abcdef"
export const TOKEN = "ps_abc123def456ghi789jkl012mno345"
export const IBAN = "DE89370400440532013000"
export const PAYMENT = { iban: IBAN, iban_holder_name: "Max Mustermann", tenant_reference_id: "payses_1.1" }
export const SESSION = {
  campaign_id: "camp-1",
  lead: { first_name: "Max", last_name: "Mustermann", email: "max@example.org", country: "DE" },
  amount: "29.99",
  currency: "EUR",
}
export const CALLS = {
  create_session: (client: CatalystPayClient) => client.createSession(SESSION),
  get_session: (client: CatalystPayClient) => client.getSession(TOKEN),
  validate_iban: (client: CatalystPayClient) => client.validateIban(IBAN),
  pay: (client: CatalystPayClient) => client.pay(TOKEN, PAYMENT),
  verify: (client: CatalystPayClient) => client.verify(TOKEN, {}),
  cancel: (client: CatalystPayClient) => client.cancel(TOKEN),
}
export type Operation = keyof typeof CALLS
export const OPERATIONS = Object.keys(CALLS) as Operation[]
export const SILENCE: Record<Operation, GatewayErrorKind> = {
  create_session: "outcome_unknown",
  get_session: "unavailable",
  validate_iban: "unavailable",
  pay: "outcome_unknown",
  verify: "outcome_unknown",
  cancel: "outcome_unknown",
}

export async function failureOf(call: Promise<unknown>): Promise<GatewayError> {
  const error: unknown = await call.then(
    () => new Error("The call did not fail."),
    (reason: unknown) => reason,
  )
  if (!(error instanceof GatewayError)) {
    throw error
  }
  return error
}

/** Everything that a log, a JSON answer or a careless template could show of an error. */
export function everyTextOf(error: GatewayError): string {
  return [String(error), error.stack, JSON.stringify(error), inspect(error, { depth: 9, showHidden: true })].join("\n")
}

export function expectNoSecrets(error: GatewayError): void {
  const compact = everyTextOf(error).replace(/[\s-]/g, "").toUpperCase()
  for (const secret of [KEY, TOKEN, IBAN]) {
    expect(compact).not.toContain(secret.toUpperCase())
  }
}

import { z } from "zod"
import { DEFAULT_API_KEY, DEFAULT_CAMPAIGN_ID, DEFAULT_GATEWAY_ID, switchesWith } from "../../sandbox"
import type { SandboxOptions, SessionRecord, SwitchAnswer, Switches, SwitchName } from "../../sandbox"
import { CatalystPayClient, GatewayError } from "../../src/gateway"
import type { CatalystPayClientOptions } from "../../src/gateway"
import { Loopback, type Answer, type Received } from "../gateway/loopback"
import { closeAll, lead, startBox, type Box } from "../sandbox/support"

export { anyText, APPROVED, AWAITING, DECLINED, HARD_DECLINE, KEY } from "../sandbox/support"
export { lead, matching, startReceiver } from "../sandbox/support"

/** A uuid of nobody in particular. */
export const NOBODY = "00000000-0000-4000-8000-000000000000"

/** Our client and the sandbox, which know nothing of each other, with real HTTP between them. */
export type Stage = Box & {
  client: CatalystPayClient
  /** Opens a session by the client and hands back its token. */
  start(overrides?: Record<string, unknown>): Promise<string>
  /** Pays by the client, with a reference of its own unless one is given. */
  submit(token: string, overrides?: Partial<typeof PAYMENT>): ReturnType<CatalystPayClient["pay"]>
  /** What the sandbox has of a session. */
  record(token: string): SessionRecord
}

export const TERMS = { campaign_id: DEFAULT_CAMPAIGN_ID, amount: "29.99", currency: "EUR" }
export const DIRECT = {
  gateway_id: DEFAULT_GATEWAY_ID,
  billing_type: "ONE_OFF" as const,
  amount: "12.50",
  currency: "EUR",
}
const PAYMENT = { iban: "DE89370400440532013000", iban_holder_name: "Max Mustermann", tenant_reference_id: "" }

const closers: (() => Promise<void>)[] = []
let references = 0

/** To be called in `afterEach`. */
export async function closeStages(): Promise<void> {
  await Promise.all(closers.splice(0).map((close) => close()))
  await closeAll()
}

export function newReference(): string {
  references += 1
  return `payses_${references}.1`
}

export function clientFor(baseUrl: string, options: Partial<CatalystPayClientOptions> = {}): CatalystPayClient {
  const client = new CatalystPayClient({ apiKey: DEFAULT_API_KEY, baseUrl, ...options })
  closers.push(() => client.close())
  return client
}

export async function startStage(options: SandboxOptions = {}): Promise<Stage> {
  const box = await startBox(options)
  const client = clientFor(`${box.url}/api/v1`)
  return {
    ...box,
    client,
    start: async (overrides = {}) =>
      (await client.createSession({ ...TERMS, lead: lead(), ...overrides })).session_token,
    submit: (token, overrides = {}) =>
      client.pay(token, { ...PAYMENT, tenant_reference_id: newReference(), ...overrides }),
    record: (token) => {
      const session = box.sandbox.sessions().find(({ session_token }) => session_token === token)
      if (!session) {
        throw new Error("The sandbox does not know this session.")
      }
      return session
    },
  }
}

/** Our client and a server that answers as it is told. */
export async function startEcho(answer: Answer): Promise<{ client: CatalystPayClient; received: Received[] }> {
  const loopback = await Loopback.start()
  loopback.answer = answer
  const client = clientFor(loopback.url)
  closers.push(() => loopback.stop())
  return { client, received: loopback.received }
}

/**
 * A row for every answer to a question that the documentation leaves open: the answer, the switches that give it, and
 * what is expected under it.
 */
export function eachAnswer<Name extends SwitchName, Expected>(
  name: Name,
  expected: Record<string, Expected> & Record<SwitchAnswer<Name>, unknown>,
): [answer: string, switches: Switches, expected: Expected][] {
  return Object.entries<Expected>(expected).map(([answer, value]) => [answer, switchesWith({ [name]: answer }), value])
}

/** The error that a call of the client ends with. */
export async function failureOf(call: Promise<unknown>): Promise<GatewayError> {
  const outcome: unknown = await call.then(
    () => new Error("The call did not fail."),
    (reason: unknown) => reason,
  )
  if (!(outcome instanceof GatewayError)) {
    throw outcome
  }
  return outcome
}

/** The status that a call is answered with, or the kind of its error. */
export async function outcomeOf(call: Promise<{ status: string }>): Promise<string> {
  try {
    return (await call).status
  } catch (error) {
    if (error instanceof GatewayError) {
      return error.kind
    }
    throw error
  }
}

/** Asks while a pay of the session is in progress, which is decided when the answer is there. */
export async function whileInProgress<Answer>(stage: Stage, token: string, ask: () => Promise<Answer>) {
  const { faults, switches } = stage.sandbox
  switches["pay-after-500"] = "in-progress"
  faults.payAnswers500AfterAcceptance = true
  await failureOf(stage.submit(token))
  faults.payAnswers500AfterAcceptance = false
  const answer = await ask()
  expect(stage.sandbox.finish()).toBe(1)
  return answer
}

/** Every row of a listing. */
export async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = []
  for await (const row of rows) {
    found.push(row)
  }
  return found
}

export function keysOf(value: unknown): string[] {
  return Object.keys(z.record(z.string(), z.unknown()).parse(value)).sort()
}

import { once } from "node:events"
import type { Context } from "hono"
import type { Env } from "./api"
import { ApiError, fieldError, processingFailed, throttled } from "./api-error"
import { findSession } from "./endpoints"
import type { Endpoint, EndpointOptions } from "./endpoints"
import { resultEnvelope } from "./envelope"
import type { Session } from "./model"
import { readAs } from "./request-body"
import { payRequest } from "./schemas"
import type { PayRequest } from "./schemas"
import { testIbanOf } from "./test-ibans"
import type { TestIbanBehaviour } from "./test-ibans"
import type { CallRecord, Faults } from "./types"

/** Ways in which an answer is lost after the attempt was accepted. */
type Trouble = Extract<TestIbanBehaviour, "lost-answer" | "server-error" | "hang">

/** POST /payment-sessions/{token}/pay/ */
export function createPayEndpoint(options: EndpointOptions): Endpoint {
  const { store, gateway, faults, switches, beforeAnswer, baseUrl } = options
  return async (c, call) => {
    const session = findSession(store, c)
    try {
      return await answer(c, call, session)
    } catch (error) {
      const refused = error instanceof ApiError && (error.status === 400 || error.status === 409)
      if (refused && switches["refused-attempt"] === "counted") {
        gateway.countRefusal(session)
      }
      throw error
    }
  }

  async function answer(c: Context<Env>, call: CallRecord, session: Session): Promise<Response> {
    const request = await readAs(c.req.raw, payRequest(switches), (raw) => {
      call.reference = typeof raw.tenant_reference_id === "string" ? raw.tenant_reference_id : null
    })
    expectAcceptable(session, request)
    const behaviour = testIbanOf(request.iban)?.behaviour ?? null
    const trouble = troubleOf(faults, behaviour)
    const attempt = await gateway.pay(session, request, {
      aftermath: trouble === null ? "debited" : switches["pay-after-500"],
    })
    await beforeAnswer(attempt)
    await faults.duringPay?.()
    return trouble === null
      ? c.json(resultEnvelope(session, attempt, baseUrl(), switches))
      : loseAnswer(c, trouble)
  }

  /** @throws ApiError 400, 409 or 429 before anything has happened */
  function expectAcceptable(session: Session, { iban }: PayRequest): void {
    if (switches["iban-country"] === "same" && iban.slice(0, 2) !== session.lead.country) {
      throw fieldError("iban", "The IBAN's country differs from the lead's.")
    }
    store.expectIbanFree(session, iban)
    if (testIbanOf(iban)?.behaviour === "throttled" && !session.was_throttled) {
      session.was_throttled = true
      throw throttled(1, switches["retry-after"])
    }
  }
}

function troubleOf(faults: Faults, behaviour: TestIbanBehaviour | null): Trouble | null {
  if (faults.payDropsAnswerAfterAcceptance) {
    return "lost-answer"
  }
  if (faults.payAnswers500AfterAcceptance) {
    return "server-error"
  }
  return behaviour === "slow" || behaviour === "throttled" ? null : behaviour
}

async function loseAnswer(c: Context<Env>, trouble: Trouble): Promise<Response> {
  switch (trouble) {
    case "lost-answer":
      c.env.incoming.socket.resetAndDestroy()
      return c.body(null)
    case "server-error":
      throw processingFailed()
    case "hang":
      // Its end is the caller's, or that of the sandbox.
      if (!c.env.outgoing.destroyed) {
        await once(c.env.outgoing, "close")
      }
      return c.body(null)
  }
}

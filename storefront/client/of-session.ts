import { DECLINE_CODES, type DeclineCode, type PlacedOrder, type SepaOutcome } from "./outcome"
import { isRecord, numberOf, sessionsOf, type SepaSession } from "./session"

/** Pure: what the state of a session means for the checkout. @param order the order that it pays for, where one stands */
export function outcomeOfSession(session: SepaSession, order: PlacedOrder | null = null): SepaOutcome {
  const { status, verification_url } = session.data
  const order_id = order?.id ?? null
  if (session.data.collect === "hosted" && (status === "opened" || status === "awaiting_verification")) {
    return onPage(session, order_id)
  }
  switch (status) {
    case "opened":
      return { type: "needs_bank_account", session }
    case "ready":
      // Of a placed order the store submits it by itself.
      return order ? { type: "placed_pending", order, session } : { type: "ready", session }
    case "queued":
    case "submitting":
      return order ? { type: "placed_pending", order, session } : { type: "unknown" }
    case "approved":
      return order ? { type: "placed", order, session } : { type: "approved", session }
    case "awaiting_verification":
      return verification_url !== null
        ? { type: "needs_verification", session, url: verification_url, order_id }
        : { type: "unknown" }
    case "declined":
      return {
        type: "declined",
        session,
        code: declineCode(session),
        retry_allowed: true,
        attempts_left: session.data.attempts_left,
        order_id,
      }
    case "failed":
      return { type: "failed", session, code: declineCode(session), retry_allowed: false, order_id }
    case "cancelled":
    case "superseded":
      return { type: "ended", session, order_id }
  }
}

function onPage(session: SepaSession, order_id: string | null): SepaOutcome {
  const { status, payment_url } = session.data
  return payment_url !== null
    ? { type: "needs_payment_page", session, url: payment_url, to_sign: status === "awaiting_verification", order_id }
    : { type: "unavailable", retry_after: null }
}

/** Whether a session can still be paid with, or is being paid: no other one is needed. */
export function isLive({ status, data }: SepaSession): boolean {
  return status !== "error" && status !== "canceled" && !ENDED.has(data.status)
}

const ENDED: ReadonlySet<string> = new Set(["failed", "cancelled", "superseded"])

/**
 * Pure: what a placed order's payment has come to.
 * @param sessionId the session that was paid with, where the order may have several
 */
export function outcomeOfOrder(value: unknown, sessionId: string | null = null): SepaOutcome | null {
  const order = readOrder(value)
  if (!order || !isRecord(value)) {
    return null
  }
  const collections = Array.isArray(value.payment_collections) ? value.payment_collections : []
  const sessions = collections.flatMap(sessionsOf)
  const session = sessions.find(({ id }) => id === sessionId) ?? newsworthy(sessions)
  return session ? outcomeOfSession(session, order) : { type: "placed", order, session: null }
}

export function readOrder(value: unknown): PlacedOrder | null {
  return isRecord(value) && typeof value.id === "string"
    ? { id: value.id, display_id: numberOf(value.display_id) }
    : null
}

/** What is under way before what was approved, which may have been charged back since, and both before the rest. */
function newsworthy(sessions: readonly SepaSession[]): SepaSession | undefined {
  return (
    sessions.find(({ data }) => IN_FLIGHT.has(data.status)) ??
    sessions.find(({ data }) => data.status === "approved") ??
    sessions.find(isLive) ??
    sessions.at(-1)
  )
}

const IN_FLIGHT: ReadonlySet<string> = new Set(["queued", "submitting", "awaiting_verification"])

function declineCode({ data }: SepaSession): DeclineCode {
  return DECLINE_CODES.find((code) => code === data.error?.code) ?? "unknown"
}

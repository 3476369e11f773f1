import { createHmac } from "node:crypto"
import { sign, type JsonValue } from "../../../sandbox/canonical-json"
import { WEBHOOK_SECRET } from "./environment"
import type { Answer, HttpClient } from "./http-client"

export const OWN_HOOK = "/hooks/catalystpay/default"
export const CORE_HOOK = "/hooks/payment/catalystpay_sepa"

export type Payload = { [key: string]: JsonValue }

export interface Sending {
  event?: string
  path?: string
  /** null leaves the header out. */
  signature?: string | null
}

/** Sends webhooks in CatalystPay's place, with the sandbox's own signature. */
export class WebhookSender {
  constructor(private readonly http: HttpClient) {}

  async send(payload: Payload, sending: Sending = {}): Promise<Answer> {
    return this.sendBytes(JSON.stringify(payload), { signature: sign(payload, WEBHOOK_SECRET), ...sending })
  }

  /** With the delivery method URL_PARAMS: the query as it is, signed over the payload that it was made of. */
  async sendQuery(query: string, payload: Payload, sending: Sending = {}): Promise<Answer> {
    const { event = "payment_session.completed", path = OWN_HOOK } = sending
    const signature = sending.signature === undefined ? sign(payload, WEBHOOK_SECRET) : sending.signature
    return this.http.send("GET", `${path}?${query}`, null, headersOf(event, signature))
  }

  /** The body as it is; unless told otherwise, signed over exactly these bytes. */
  async sendBytes(body: string | Buffer, sending: Sending = {}): Promise<Answer> {
    const { event = "payment_session.completed", path = OWN_HOOK } = sending
    const signature = sending.signature === undefined ? signBytes(body) : sending.signature
    return this.http.send("POST", path, body, { "content-type": "application/json", ...headersOf(event, signature) })
  }
}

function headersOf(event: string, signature: string | null): Record<string, string> {
  return { "x-catalystpay-event": event, ...(signature === null ? {} : { "x-catalystpay-signature": signature }) }
}

export function signBytes(body: string | Buffer): string {
  return createHmac("sha256", WEBHOOK_SECRET).update(body).digest("hex")
}

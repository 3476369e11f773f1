import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parseWebhookEvent, WEBHOOK_EVENT_TYPES, type WebhookEventType } from "../../src/gateway/webhook-event"
import { mappingWith, WEBHOOK_MAPPING, WEBHOOK_SUBSCRIPTIONS } from "../../src/gateway/webhook-setup"

const README = readFileSync(join(__dirname, "..", "..", "README.md"), "utf8")
const codes = (line: string) => [...line.matchAll(/`([^`]+)`/g)].map(([, code]) => code)
const line = (beginning: string) => README.split("\n").find((text) => text.startsWith(beginning)) ?? ""

/** A value for each key of the events that begin so. */
function payloadOf(subject: string, mapping = WEBHOOK_MAPPING): Record<string, string> {
  return Object.fromEntries(mapping.filter(({ of }) => of.some((name) => name === subject)).map(({ field, key }) => [key, valueOf(field)]))
}

/** In the case that each field is read in. */
function valueOf(field: string): string {
  return field === "session_status" ? "COMPLETED" : field === "currency" ? "EUR" : field === "amount" ? "29.99" : `the_${field}`
}

describe("the set-up of webhooks at CatalystPay", () => {
  it.each<WebhookEventType>(["payment_session.completed", "transaction.status_changed", "chargeback.created"])(
    "has keys from which every field of %s is read",
    (event) => {
      const subject = event.slice(0, event.indexOf("."))
      const read = parseWebhookEvent(event, payloadOf(subject))
      for (const { field } of WEBHOOK_MAPPING.filter(({ of }) => of.some((name) => name === subject))) {
        expect([field, read[field]]).toEqual([field, valueOf(field)])
      }
    },
  )

  it("gives no two fields of one event the same key", () => {
    for (const subject of ["payment_session", "transaction", "chargeback"]) {
      const keys = WEBHOOK_MAPPING.filter(({ of }) => of.some((name) => name === subject)).map(({ key }) => key)
      expect(keys).toEqual([...new Set(keys)])
    }
  })

  it("has the keys of the merchant's own map, and what only that names", () => {
    const fieldMap = { session_token: "checkout.id", email: "customer.mail" }
    const mapping = mappingWith(fieldMap)
    expect(mapping.find(({ field }) => field === "session_token")).toMatchObject({ key: "checkout.id", is_own: true })
    expect(mapping.find(({ field }) => field === "amount")).toMatchObject({ key: "amount", is_own: false })
    expect(mapping.at(-1)).toMatchObject({ field: "email", key: "customer.mail", is_own: true })
    expect(parseWebhookEvent("transaction.created", payloadOf("transaction", mapping), fieldMap)).toMatchObject({
      session_token: "the_session_token",
      transaction_id: "the_transaction_id",
      email: "the_email",
    })
  })

  it("names events that CatalystPay has, each once", () => {
    const events = WEBHOOK_SUBSCRIPTIONS.map(({ event }) => event)
    expect(WEBHOOK_EVENT_TYPES).toEqual(expect.arrayContaining(events))
    expect(events).toEqual([...new Set(events)])
  })

  it("is what the README says", () => {
    expect(codes(line("- Events to subscribe:"))).toEqual(WEBHOOK_SUBSCRIPTIONS.map(({ event }) => event))
    const keys = new Set(WEBHOOK_MAPPING.map(({ key }) => key))
    expect(new Set(codes(line("- Map `session_token`").split("Don't map")[0] ?? ""))).toEqual(keys)
  })
})

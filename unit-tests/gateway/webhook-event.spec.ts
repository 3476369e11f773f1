import fc from "fast-check"
import { containsIban } from "../../src/gateway/redact"
import { parseWebhookEvent, WEBHOOK_EVENT_TYPES, WEBHOOK_FIELDS, type WebhookEvent } from "../../src/gateway/webhook-event"
import { WEBHOOK } from "./samples"

const NOTHING: Omit<WebhookEvent, "name" | "type"> = {
  session_token: null,
  session_status: null,
  order_number: null,
  order_id: null,
  order_status: null,
  transaction_id: null,
  transaction_status: null,
  transaction_type: null,
  merchant_transaction_id: null,
  tenant_reference_id: null,
  amount: null,
  currency: null,
  email: null,
  reason_code: null,
  reason_message: null,
  iban_last4: null,
  livemode: null,
}

describe("parseWebhookEvent", () => {
  it("reads the guide's flat sample", () => {
    expect(parseWebhookEvent("payment_session.completed", JSON.parse(WEBHOOK))).toEqual({
      ...NOTHING,
      name: "payment_session.completed",
      type: "payment_session.completed",
      session_token: "ps_abc123def456ghi789jkl012mno345",
      session_status: "COMPLETED",
      order_number: "ORD-a1b2c3d4",
      amount: "29.99",
      currency: "EUR",
      email: "max@example.org",
    })
  })

  const order = {
    ...NOTHING,
    name: "order.created",
    type: "order.created",
    order_id: "534a9677",
    order_number: "ORD-A61FBBB6",
    order_status: "COMPLETED",
    amount: "99.00",
    currency: "EUR",
    email: "max@example.org",
    iban_last4: "3000",
  }

  it("reads dotted keys", () => {
    const payload = {
      "order.id": "534a9677",
      "order.order_number": "ORD-A61FBBB6",
      "order.total_amount": "99.00",
      "order.currency": "eur",
      "order.status": "completed",
      "order.created_at": "2026-04-11T07:03:51.851Z",
      "lead.email": "max@example.org",
      "lead.iban": "DE89370400440532013000",
    }
    expect(parseWebhookEvent("order.created", payload)).toEqual(order)
  })

  it("reads nested objects", () => {
    const payload = {
      order: { id: "534a9677", order_number: "ORD-A61FBBB6", total_amount: 99, currency: "EUR", status: "COMPLETED" },
      lead: { email: "max@example.org", iban: "******************3000" },
    }
    expect(parseWebhookEvent("order.created", payload)).toEqual(order)
  })

  it("reads a flat order, whose id and status are its own", () => {
    const payload = {
      id: "534a9677",
      order_number: "ORD-A61FBBB6",
      total_amount: "99.00",
      currency: "EUR",
      status: "COMPLETED",
      email: "max@example.org",
      iban: "DE** **** 3000",
    }
    expect(parseWebhookEvent("order.created", payload)).toEqual(order)
  })

  it("goes by the merchant's map first, and beyond it by the usual places", () => {
    const payload = {
      ref: "payses_1.1",
      totals: { gross: "12.5" },
      "a.b": { "c.d": "ps_1" },
      amount: "1.00",
      currency: "EUR",
    }
    const map = {
      tenant_reference_id: "ref",
      amount: "totals.gross",
      session_token: "a.b.c.d",
      email: "absent",
      typo: "ref",
    }
    expect(parseWebhookEvent("payment_session.completed", payload, map)).toMatchObject({
      tenant_reference_id: "payses_1.1",
      amount: "12.50",
      session_token: "ps_1",
      currency: "EUR",
      email: null,
    })
  })

  const session = {
    ...NOTHING,
    name: "payment_session.completed",
    type: "payment_session.completed",
    session_token: "ps_1",
    session_status: "COMPLETED",
    order_number: "ORD-1",
    tenant_reference_id: "payses_1.1",
    amount: "29.90",
    currency: "EUR",
    email: "max@example.org",
  }

  it.each<[string, Record<string, unknown>]>([
    ["in camel case", {
      sessionToken: "ps_1", status: "completed", orderNumber: "ORD-1", tenantReferenceId: "payses_1.1",
      amount: "29.9", currency: "eur", Email: "max@example.org",
    }],
    ["in Pascal case", {
      SessionToken: "ps_1", Status: "Completed", OrderNumber: "ORD-1", TenantReferenceId: "payses_1.1",
      Amount: 29.9, Currency: "Eur", Email: "max@example.org",
    }],
    ["in capitals", {
      SESSION_TOKEN: "ps_1", STATUS: "COMPLETED", ORDER_NUMBER: "ORD-1", TENANT_REFERENCE_ID: "payses_1.1",
      AMOUNT: "29.90", CURRENCY: "EUR", EMAIL: "max@example.org",
    }],
    ["with hyphens or as words", {
      "session-token": "ps_1", status: " COMPLETED ", "Order Number": "ORD-1", "Tenant-Reference-Id": "payses_1.1",
      amount: "29.900", currency: "EUR", "E-Mail": "max@example.org",
    }],
    ["nested, in other cases", {
      PaymentSession: { Token: "ps_1", Status: "COMPLETED", TenantReferenceId: "payses_1.1" },
      Order: { OrderNumber: "ORD-1", TotalAmount: "29.90", Currency: "EUR" },
      Lead: { email: "max@example.org" },
    }],
    ["dotted, in other cases", {
      "PaymentSession.SessionToken": "ps_1", "paymentSession.status": "COMPLETED", "ORDER.ORDER_NUMBER": "ORD-1",
      "Transaction.tenantReferenceId": "payses_1.1", "Order.TotalAmount": 29.9, "Order.Currency": "EUR",
      "Lead.Email": "max@example.org",
    }],
    ["a mixture of all", {
      session_token: "ps_1", "payment_session.status": "COMPLETED", order: { order_number: "ORD-1" },
      Transaction: { "tenant-reference-id": "payses_1.1" }, amount: "29.90", "transaction.currency": "EUR",
      lead: { Email: "max@example.org" },
    }],
  ])("reads keys %s", (_how, payload) => {
    expect(parseWebhookEvent("payment_session.completed", payload)).toEqual(session)
  })

  it("goes by the exact spelling where there is one, whatever others say", () => {
    const payload = { SessionToken: "ps_2", session_token: "ps_1", Order: { order_number: "ORD-1", OrderNumber: "ORD-2" } }
    expect(parseWebhookEvent("order.created", payload)).toMatchObject({ session_token: "ps_1", order_number: "ORD-1" })
  })

  it("takes neither of two values under spellings that are alike, and one value that both have", () => {
    const payload = {
      SessionToken: "ps_1",
      sessionToken: "ps_2",
      OrderNumber: "ORD-1",
      "order-number": "ORD-1",
      Order: { id: "1" },
      ORDER: { id: "2" },
    }
    expect(parseWebhookEvent("payment_session.completed", payload)).toMatchObject({
      session_token: null,
      order_number: "ORD-1",
      order_id: null,
    })
  })

  it("takes a dot and an underscore for different things", () => {
    expect(parseWebhookEvent("chargeback.created", { "Transaction.Id": "1" }).transaction_id).toBe("1")
    expect(parseWebhookEvent("chargeback.created", { TransactionId: "2" }).transaction_id).toBe("2")
    expect(parseWebhookEvent("chargeback.created", { Id: "3", "session.token": "ps_1" })).toMatchObject({
      transaction_id: null,
      session_token: null,
    })
  })

  it("reads a map's place in other cases before the usual places", () => {
    const payload = { Shop: { REF: "payses_1.1" }, tenant_reference_id: "something else", "my.checkout": "ps_1" }
    const map = { tenant_reference_id: "shop.ref", session_token: "my.checkout", order_number: "shop" }
    expect(parseWebhookEvent("payment_session.completed", payload, map)).toMatchObject({
      tenant_reference_id: "payses_1.1",
      session_token: "ps_1",
      order_number: null,
    })
    expect(parseWebhookEvent("payment_session.completed", { my: { checkout: "ps_2" } }, map).session_token).toBe("ps_2")
  })

  it.each([null, undefined, "", "  ", "null", "None", {}, { id: "1" }, [], ["ps_1"], Infinity, 2 ** 53])(
    "takes %j for nothing and looks further",
    (nothing) => {
      const payload = { session_token: nothing, payment_session: { session_token: "ps_1" }, order_number: nothing }
      expect(parseWebhookEvent("payment_session.completed", payload)).toMatchObject({
        session_token: "ps_1",
        order_number: null,
      })
    },
  )

  it.each([
    ["29.9", "29.90"],
    [29.9, "29.90"],
    [30, "30.00"],
    ["-5", "-5.00"],
    ["29,90", null],
    ["29.90 EUR", null],
    ["1e2", null],
    [1e21, null],
    [true, null],
    [{ value: "29.90" }, null],
  ])("reads the amount %j as %j", (written, amount) => {
    expect(parseWebhookEvent("payment_session.completed", { amount: written }).amount).toBe(amount)
  })

  it("takes a number for an id", () => {
    expect(parseWebhookEvent("order.created", { id: 42, order_number: 1001 })).toMatchObject({
      order_id: "42",
      order_number: "1001",
    })
  })

  it("names the fields that a map may give a place to", () => {
    expect([...WEBHOOK_FIELDS].sort()).toEqual(Object.keys(NOTHING).sort())
  })

  it("finds its way through thousands of keys that are alike", () => {
    const alike = Array.from({ length: 9_000 }, (_, at): [string, number] => {
      return [`session${"_".repeat(2 + (at % 500))}${"-".repeat(at / 500)}token`, at]
    })
    const payload: unknown = { ...Object.fromEntries(alike), payment_session: Object.fromEntries(alike) }
    expect(parseWebhookEvent("payment_session.completed", payload).session_token).toBeNull()
    const exact = { ...Object.fromEntries(alike), session_token: "ps_1" }
    expect(parseWebhookEvent("payment_session.completed", exact).session_token).toBe("ps_1")
  })

  it("keeps CatalystPay's id of a transaction apart from the processor's", () => {
    expect(
      parseWebhookEvent("transaction.status_changed", {
        id: "8f0124b5",
        transaction_id: "processor-1",
        status: "APPROVED",
        type: "SDD_SALE",
      }),
    ).toMatchObject({ transaction_id: "8f0124b5", transaction_status: "approved", transaction_type: "sdd_sale" })
    expect(parseWebhookEvent("transaction.created", { transaction_id: "8f0124b5" })).toMatchObject({
      transaction_id: "8f0124b5",
    })
    expect(
      parseWebhookEvent("transaction.created", { transaction: { id: "8f0124b5" }, id: "other" }),
    ).toMatchObject({ transaction_id: "8f0124b5" })
  })

  it("reads a chargeback, whose id and status are not the transaction's", () => {
    expect(
      parseWebhookEvent("chargeback.created", {
        id: "cb-1",
        status: "charged_back",
        type: "chargeback",
        transaction_id: "8f0124b5",
        merchant_transaction_id: "TXN-20260411-5E3C26D7",
        tenant_reference_id: "payses_1.1",
        amount: "29.99",
        currency: "EUR",
        reason_code: "MD06",
        reason_message: "Refund of DE89 3704 0044 0532 0130 00 asked for",
        iban: "******************3000",
        livemode: "True",
      }),
    ).toEqual({
      ...NOTHING,
      name: "chargeback.created",
      type: "chargeback.created",
      transaction_id: "8f0124b5",
      merchant_transaction_id: "TXN-20260411-5E3C26D7",
      tenant_reference_id: "payses_1.1",
      amount: "29.99",
      currency: "EUR",
      reason_code: "MD06",
      reason_message: "Refund of DE** **** 3000 asked for",
      iban_last4: "3000",
      livemode: true,
    })
  })

  it.each([
    ["payment_session.failed", "unknown"],
    ["", "unknown"],
    ["constructor.created", "unknown"],
    ["Order.Created", "order.created"],
    [" chargeback.imported ", "chargeback.imported"],
    ...WEBHOOK_EVENT_TYPES.map((type): [string, string] => [type, type]),
  ])("takes the event %j for %s and keeps its name", (name, type) => {
    expect(parseWebhookEvent(name, {})).toEqual({ ...NOTHING, name: name.trim(), type })
  })

  it.each([null, undefined, "text", 7, [{ session_token: "ps_1" }], { session_token: "", amount: {}, status: [] }])(
    "finds nothing in %j",
    (payload) => {
      expect(parseWebhookEvent("payment_session.completed", payload)).toMatchObject(NOTHING)
    },
  )

  it("keeps a status that is new as UNKNOWN", () => {
    expect(parseWebhookEvent("payment_session.completed", { status: "REVIEW" }).session_status).toBe("UNKNOWN")
  })

  it("never throws, and never holds a whole IBAN in words, e-mail or last digits", () => {
    const iban = fc.constantFrom("DE89370400440532013000", "GB82 WEST 1234 5698 7654 32")
    const key = fc.constantFrom("iban", "lead", "chargeback", "reason_message", "email", "__proto__", "amount")
    const payload = fc.dictionary(key, fc.oneof(fc.jsonValue(), iban, fc.dictionary(key, iban)))
    fc.assert(
      fc.property(fc.constantFrom(...WEBHOOK_EVENT_TYPES), payload, (name, value) => {
        const event = parseWebhookEvent(name, value)
        expect(containsIban(event)).toBe(false)
        expect(event.iban_last4 ?? "").toMatch(/^([0-9A-Z]{4})?$/)
      }),
    )
  })
})

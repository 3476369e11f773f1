import { model } from "@medusajs/framework/utils"

export const DELIVERY_STATUSES = ["received", "processing", "processed", "ignored", "failed"] as const

/** The inbox: every signed webhook, durable before it is answered. Full IBANs in the payload are masked before they get here. */
const WebhookDelivery = model
  .define("catalystpay_webhook_delivery", {
    id: model.id({ prefix: "cpwh" }).primaryKey(),
    account: model.text(),
    event_name: model.text(),
    /** SHA-256 over account, event and canonical body: the same webhook a second time is the same row. */
    fingerprint: model.text(),
    payload: model.json(),
    status: model.enum([...DELIVERY_STATUSES]).default("received"),
    /** How often the same webhook came. */
    received_count: model.number().default(1),
    tries: model.number().default(0),
    next_try_at: model.dateTime(),
    processed_at: model.dateTime().nullable(),
    /** What came of it, in a sentence; no personal data. */
    outcome: model.text().nullable(),
    /** The same by its stable code and what stands in the sentence, for other languages; null where an older version wrote it. */
    outcome_code: model.text().nullable(),
    outcome_details: model.json().nullable(),
    debit_id: model.text().nullable(),
    /** When what it says of a person was taken out of its payload, because the person asked to be forgotten. */
    forgotten_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_catalystpay_webhook_fingerprint", on: ["fingerprint"], unique: true, where: "deleted_at IS NULL" },
    { name: "IDX_catalystpay_webhook_due", on: ["status", "next_try_at"] },
    { name: "IDX_catalystpay_webhook_debit", on: ["debit_id"] },
    { name: "IDX_catalystpay_webhook_account", on: ["account", "created_at"] },
  ])

export default WebhookDelivery

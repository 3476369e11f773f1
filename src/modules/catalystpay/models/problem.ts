import { model } from "@medusajs/framework/utils"

/** Something that the merchant has to act on: open until it is healed, and opened once however often it is found. */
const Problem = model
  .define("catalystpay_problem", {
    id: model.id({ prefix: "cpprb" }).primaryKey(),
    /** `<code>:<subject>`, where the subject is a debit, an order, an account or a webhook. */
    key: model.text(),
    /** One of `PROBLEM_CODES`. */
    code: model.text(),
    account: model.text().nullable(),
    debit_id: model.text().nullable(),
    /** Medusa's order. */
    order_id: model.text().nullable(),
    /** Amounts and ids that its sentence speaks of; nothing personal. */
    details: model.json().nullable(),
    closed_at: model.dateTime().nullable(),
    /** Which of Medusa's users closed it, because it could not heal by itself, and what they noted. */
    dismissed_by: model.text().nullable(),
    dismissal_note: model.text().nullable(),
    /** When its event was emitted: what a process died before telling is told by the next run. */
    announced_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_catalystpay_problem_open", on: ["key"], unique: true, where: "closed_at IS NULL AND deleted_at IS NULL" },
    { name: "IDX_catalystpay_problem_debit", on: ["debit_id"] },
    { name: "IDX_catalystpay_problem_dismissed", on: ["key"], where: "dismissed_by IS NOT NULL AND deleted_at IS NULL" },
    { name: "IDX_catalystpay_problem_created", on: ["closed_at", "created_at"] },
  ])

export default Problem

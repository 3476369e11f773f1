import { model } from "@medusajs/framework/utils"
import Debit from "./debit"

/**
 * A refund that Medusa has booked and the merchant owes the debtor, because CatalystPay has no refund API. It is
 * confirmed, at once or in parts, by the `sdd_refund` transactions that CatalystPay reports, or by the merchant, who may have
 * paid it another way. Amounts are in major units.
 */
const Refund = model
  .define("catalystpay_refund", {
    id: model.id({ prefix: "cpref" }).primaryKey(),
    debit: model.belongsTo(() => Debit, { mappedBy: "refunds" }),
    account: model.text(),
    /** Medusa's refund. */
    medusa_refund_id: model.text(),
    amount: model.bigNumber(),
    /** How much of it counts as paid out: by CatalystPay's report, or by the merchant's word. */
    confirmed_amount: model.bigNumber().default(0),
    /** What of that is the merchant's word alone; less, once CatalystPay reports the same money. */
    merchant_amount: model.bigNumber().default(0),
    currency_code: model.text(),
    due_at: model.dateTime(),
    /** When all of it was confirmed. */
    confirmed_at: model.dateTime().nullable(),
    /** It was booked while the debtor could still charge the debit back without a reason: the money may leave twice. */
    inside_chargeback_window: model.boolean(),
    /** When, and by which of Medusa's users, it was marked as paid out, and what they noted. */
    marked_done_at: model.dateTime().nullable(),
    marked_done_by: model.text().nullable(),
    marked_done_note: model.text().nullable(),
    /** When its event was emitted: what a process died before telling is told by the next run. */
    announced_at: model.dateTime().nullable(),
    /** The same for the event of its having been marked. */
    marked_done_announced_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_catalystpay_refund_medusa", on: ["medusa_refund_id"], unique: true, where: "deleted_at IS NULL" },
    { name: "IDX_catalystpay_refund_debit", on: ["debit_id"] },
    { name: "IDX_catalystpay_refund_open", on: ["due_at"], where: "confirmed_at IS NULL AND deleted_at IS NULL" },
  ])

export default Refund

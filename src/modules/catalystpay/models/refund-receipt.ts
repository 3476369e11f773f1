import { model } from "@medusajs/framework/utils"
import Debit from "./debit"

/** An `sdd_refund` transaction that CatalystPay reported: counted once, however often it is told. Amounts are in major units. */
const RefundReceipt = model
  .define("catalystpay_refund_receipt", {
    id: model.id({ prefix: "cprec" }).primaryKey(),
    debit: model.belongsTo(() => Debit, { mappedBy: "refund_receipts" }),
    account: model.text(),
    /** CatalystPay's id of the refund's transaction. */
    transaction_id: model.text(),
    amount: model.bigNumber(),
    /** What of it no refund in Medusa had asked for. */
    unasked_amount: model.bigNumber(),
    currency_code: model.text(),
    processed_at: model.dateTime().nullable(),
    /** When Medusa booked what nobody had asked for; null while, or where, there is nothing to book. */
    booked_at: model.dateTime().nullable(),
    /** When its event was emitted: what a process died before telling is told by the next run. */
    announced_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_catalystpay_refund_receipt_transaction", on: ["account", "transaction_id"], unique: true, where: "deleted_at IS NULL" },
    { name: "IDX_catalystpay_refund_receipt_debit", on: ["debit_id"] },
  ])

export default RefundReceipt

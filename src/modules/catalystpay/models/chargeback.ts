import { model } from "@medusajs/framework/utils"
import { CHARGEBACK_KINDS } from "../money/money-facts"
import Debit from "./debit"

/** Money that the debtor's bank took back after it was captured: one row each, however often it is told. Amounts are in major units. */
const Chargeback = model
  .define("catalystpay_chargeback", {
    id: model.id({ prefix: "cpcb" }).primaryKey(),
    debit: model.belongsTo(() => Debit, { mappedBy: "chargebacks" }),
    account: model.text(),
    /** CatalystPay's id of the chargeback; of a debit that was returned, that of its transaction. */
    gateway_id: model.text(),
    kind: model.enum([...CHARGEBACK_KINDS]),
    amount: model.bigNumber(),
    currency_code: model.text(),
    /** ISO 20022 reason of the R-transaction, such as MD06; null where nobody said. */
    reason_code: model.text().nullable(),
    reason_message: model.text().nullable(),
    /** What the bank charges for it. */
    bank_fee: model.bigNumber().nullable(),
    /** Acquirer reference number. */
    arn: model.text().nullable(),
    reported_at: model.dateTime().nullable(),
    /** When Medusa booked it as a refund that moves no money; null while, or where, it does not. */
    booked_at: model.dateTime().nullable(),
    /** When its event was emitted: what a process died before telling is told by the next run. */
    announced_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_catalystpay_chargeback_gateway", on: ["account", "kind", "gateway_id"], unique: true, where: "deleted_at IS NULL" },
    { name: "IDX_catalystpay_chargeback_debit", on: ["debit_id"] },
    { name: "IDX_catalystpay_chargeback_created", on: ["created_at"] },
  ])

export default Chargeback

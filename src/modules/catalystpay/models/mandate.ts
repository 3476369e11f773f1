import { model } from "@medusajs/framework/utils"
import Debit from "./debit"

/** The evidence of one acceptance: what the debtor agreed to, when, from where, and what the bank knows it as. */
const Mandate = model
  .define("catalystpay_mandate", {
    id: model.id({ prefix: "cpman" }).primaryKey(),
    debit: model.belongsTo(() => Debit, { mappedBy: "mandates" }),
    /** The attempt this acceptance belongs to, from 1. */
    attempt: model.number(),
    accepted_at: model.dateTime(),
    ip_address: model.text().nullable(),
    user_agent: model.text().nullable(),
    locale: model.text(),
    text: model.text(),
    text_version: model.text(),
    /** SHA-256 of `text`, hex. */
    text_hash: model.text(),
    holder_name: model.text(),
    iban_last4: model.text(),
    iban_country: model.text(),
    bic: model.text().nullable(),
    creditor_name: model.text(),
    creditor_identifier: model.text(),
    /** The unique mandate reference that CatalystPay answers with. */
    reference: model.text().nullable(),
    /** FRST or RCUR. */
    sequence_type: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_catalystpay_mandate_attempt", on: ["debit_id", "attempt"], unique: true, where: "deleted_at IS NULL" },
    { name: "IDX_catalystpay_mandate_reference", on: ["reference"] },
  ])

export default Mandate

import { model } from "@medusajs/framework/utils"
import Debit from "./debit"

/** Append-only: everything that was learned of a debit, what it did, and from where it is known. */
const DebitEvent = model
  .define("catalystpay_debit_event", {
    id: model.id({ prefix: "cpev" }).primaryKey(),
    debit: model.belongsTo(() => Debit, { mappedBy: "events" }),
    type: model.text(),
    /** `api`, `webhook`, `reconciliation`, `store`, `medusa`, `merchant`: who said so. */
    source: model.text(),
    attempt: model.number(),
    from_status: model.text().nullable(),
    to_status: model.text().nullable(),
    /** True when the state table does not list it: recorded, not applied. */
    refused: model.boolean().default(false),
    /** Details without personal data. */
    details: model.json().nullable(),
  })
  .indexes([{ name: "IDX_catalystpay_debit_event_debit", on: ["debit_id", "created_at"] }])

export default DebitEvent

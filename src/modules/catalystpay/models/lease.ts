import { model } from "@medusajs/framework/utils"

/** A named lock that expires by itself, so that it may be held across a network call. */
const Lease = model
  .define("catalystpay_lease", {
    id: model.id({ prefix: "cplse" }).primaryKey(),
    name: model.text(),
    holder: model.text(),
    expires_at: model.dateTime(),
  })
  .indexes([{ name: "IDX_catalystpay_lease_name", on: ["name"], unique: true, where: "deleted_at IS NULL" }])

export default Lease

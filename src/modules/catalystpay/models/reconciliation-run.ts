import { model } from "@medusajs/framework/utils"
import { RECONCILED_LISTINGS, RUN_CAUSES, RUN_STATUSES } from "../reconciliation/run-record"

/** One reading of one listing of CatalystPay's reconciliation API, over some days, and the place that it has reached. */
const ReconciliationRun = model
  .define("catalystpay_reconciliation_run", {
    id: model.id({ prefix: "cprun" }).primaryKey(),
    /** The account whose key reads it: one for all accounts of a tenant. */
    account: model.text(),
    listing: model.enum([...RECONCILED_LISTINGS]),
    cause: model.enum([...RUN_CAUSES]),
    status: model.enum([...RUN_STATUSES]).default("running"),
    /** First and last day, YYYY-MM-DD; a margin beside them is read, too. */
    from_day: model.text(),
    to_day: model.text(),
    /** First day of the window in work. */
    window_start: model.text(),
    /** Where the page in work is, as the API said; null: the window's first page. It holds no secret. */
    next: model.text().nullable(),
    /** How many rows of that page are done, and CatalystPay's id of the last of them. */
    rows_done: model.number().default(0),
    last_row_id: model.text().nullable(),
    /** The window was begun anew because the API no longer took `next`. */
    window_restarted: model.boolean().default(false),
    /** The worker that may move its place: one that was taken for dead writes nothing more. */
    holder: model.text().nullable(),
    /** What was read, found and changed: numbers by name. */
    report: model.json(),
    /** Debits that changed, and which Medusa could not be brought in line with yet: a list of their ids. */
    unagreed: model.json(),
    /** Why it was interrupted; without anything personal. */
    failure: model.text().nullable(),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_catalystpay_reconciliation_run_open",
      on: ["account", "listing", "cause"],
      unique: true,
      where: "finished_at IS NULL AND deleted_at IS NULL",
    },
    { name: "IDX_catalystpay_reconciliation_run_account", on: ["account", "listing", "started_at"] },
    { name: "IDX_catalystpay_reconciliation_run_created", on: ["created_at"] },
  ])

export default ReconciliationRun

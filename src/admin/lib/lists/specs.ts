import { DEBIT_STATES } from "../state-color"
import { DELIVERY_STATUSES } from "./delivery-color"
import type { ListSpec } from "./list-spec"

export const DEBITS: ListSpec = {
  filters: [
    { kind: "many", id: "state", values: DEBIT_STATES },
    { kind: "one", id: "trouble", values: ["true"] },
    { kind: "one", id: "livemode", values: ["live", "test"] },
    { kind: "days", id: "created_at" },
    { kind: "many", id: "account" },
  ],
  sorts: ["created_at", "amount"],
  hasSearch: true,
  pages: "cursor",
}

export const CHARGEBACKS: ListSpec = {
  filters: [{ kind: "one", id: "account" }],
  sorts: [],
  hasSearch: false,
  pages: "offset",
}

/** Those to be paid out, or all. */
export const REFUNDS: ListSpec = {
  tab: { id: "open", values: ["true", "false"] },
  filters: [{ kind: "one", id: "account" }],
  sorts: [],
  hasSearch: false,
  pages: "offset",
}

/** Those to be acted on, or those that are over. */
export const PROBLEMS: ListSpec = {
  tab: { id: "closed", values: ["false", "true"] },
  filters: [],
  sorts: [],
  hasSearch: false,
  pages: "offset",
}

export const WEBHOOKS: ListSpec = {
  filters: [
    { kind: "one", id: "status", values: DELIVERY_STATUSES },
    { kind: "one", id: "account" },
  ],
  sorts: [],
  hasSearch: false,
  pages: "offset",
}

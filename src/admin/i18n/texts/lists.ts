import type { DeliveryStatus } from "../../../modules/catalystpay/webhooks/inbox"

interface Nothing {
  heading: string
  description: string
}

/** What a list says that has no rows at all, and one that has none for the filters. */
interface EmptyList {
  empty: Nothing
  filtered: Nothing
}

/** What the pages of debits, chargebacks, refunds, problems and webhooks say. */
export interface ListsTexts {
  menu: { debits: string; chargebacks: string; refunds: string; problems: string; webhooks: string }
  failed_to_load: string
  search: string
  filter: string
  sort: string
  clear_all: string
  of: string
  results: string
  count_one: string
  count_other: string
  pages: string
  previous: string
  next: string
  ascending: string
  descending: string
  days: {
    today: string
    last_7: string
    last_30: string
    last_90: string
    custom: string
    starting: string
    ending: string
  }
  fields: {
    created: string
    order: string
    state: string
    amount: string
    bank_account: string
    holder: string
    reference: string
    account: string
    reported: string
    kind: string
    reason: string
    due: string
    open_amount: string
    received: string
    event: string
    outcome: string
    tries: string
    environment: string
    trouble: string
    status: string
  }
  no_order: string
  open_debit: string
  debits: EmptyList & {
    export: string
    export_failed: string
    trouble: string
    live: string
    test: string
    problems_one: string
    problems_other: string
    gone: string
  }
  chargebacks: EmptyList & {
    rates_title: string
    rates_help: string
    no_rates: string
    as_table: string
    as_chart: string
    rate: string
    month: string
    debits: string
    chargebacks: string
    amount: string
    /** What somebody hears who cannot see the chart. */
    chart: string
    /** What a bar says when it is pointed at. */
    bar: string
  }
  refunds: EmptyList & {
    help: string
    overdue: string
    open: string
    all: string
  }
  problems: {
    open: string
    closed: string
    since: string
    closed_at: string
    account: string
    none_open: Nothing
    none_closed: Nothing
    show_order: string
    show_debit: string
    show_webhooks: string
    dismiss: string
    dismiss_title: string
    dismiss_help: string
    dismissed: string
  }
  webhooks: EmptyList & {
    statuses: Record<DeliveryStatus, string>
    waits_until: string
    came_one: string
    came_other: string
    replay: string
    payload: string
    show_payload: string
  }
}

import { html } from "hono/html"
import type { SubscriptionRecord, TransactionRecord } from "./money-types"
import { page } from "./pages"
import type { Html } from "./pages"
import { REASONS } from "./reason-codes"
import { SWITCH_NAMES, SWITCHES } from "./switches"
import type { SwitchName, Switches } from "./switches"
import type { DeliveryRecord, Sandbox } from "./types"

const STYLE = `
td:nth-child(2) { white-space: nowrap }
.message { padding: .6rem .9rem; border: 2px solid var(--accent); border-radius: 8px; font-weight: 600 }
form.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .5rem 0 }
form.row button, td button { flex: 0 0 auto; min-height: 2.5rem; padding: .3rem .8rem }
form label { max-width: 100%; margin: 0; font-size: .9rem; font-weight: 400; color: var(--soft) }
form label.tick { margin: .5rem 0; font-size: 1rem; color: var(--ink) } form .changed label { font-weight: 700 }
td form:not(.row) { margin: .25rem 0 } td select { width: 14rem }
select { font: inherit; min-height: 2.5rem; padding: .3rem .5rem; border: 1px solid var(--soft); border-radius: 8px;
  background: var(--paper); color: var(--ink); max-width: 100% }
input[type=text], input[type=number] { width: 7.5rem; min-height: 2.5rem; padding: .3rem .5rem }
summary { cursor: pointer; min-height: 2.25rem; padding: .3rem 0; color: var(--accent); font-weight: 600 }
.state { font-weight: 600 } .small { font-size: .85rem; color: var(--soft); overflow-wrap: anywhere }
.switch { padding: .6rem 0; border-bottom: 1px solid var(--line) }
@media (max-width: 40rem) {
  main { padding: 1rem; margin: 0 } body { padding: .5rem }
  table, tbody, tr, td { display: block } thead { display: none } td { border: 0; padding: .1rem 0 }
  tr { padding: .6rem 0; border-bottom: 1px solid var(--line) } }
`

export type Message = { text: string }

/** Everything that the control API can do, for a person. */
export function consolePage(sandbox: Sandbox, message: Message | null): Html {
  return page(
    "Sandbox console",
    html`${message ? html`<p class="message" role="status">${message.text}</p>` : ""}
      <p><a href="/">About this sandbox</a></p>
      ${clockSection(sandbox.clock.now())}
      ${section("Transactions", transactionTable(sandbox.transactions().toReversed()))}
      ${section("Subscriptions", subscriptionTable(sandbox.subscriptions().toReversed()))}
      ${section("Webhooks", deliveryTable(sandbox.deliveries.slice(-20).toReversed()))}
      ${section("Faults", faultForm(sandbox))}
      ${section("Open questions", switchForm(sandbox.switches))}`,
    true,
    STYLE,
  )
}

function section(title: string, content: Html): Html {
  return html`<section aria-label="${title}"><h2>${title}</h2>${content}</section>`
}

function clockSection(now: Date): Html {
  return section(
    "Clock",
    html`<p class="state"><time datetime="${now.toISOString()}">${moment(now.toISOString())}</time></p>
      <form class="row" method="post" action="/console/clock">
        ${[1, 7, 30].map((days) => html`<button name="days" value="${days}">Move by ${days} day${days > 1 ? "s" : ""}</button>`)}
      </form>`,
  )
}

function table(titles: string[], rows: Html[], none: string): Html {
  if (rows.length === 0) {
    return html`<p>${none}</p>`
  }
  return html`<table>
    <thead><tr>${titles.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
    <tbody>${rows}</tbody>
  </table>`
}

function transactionTable(transactions: TransactionRecord[]): Html {
  const titles = ["Transaction", "Amount", "State", "What happens next"]
  return table(titles, transactions.map(transactionRow), "No payment was tried yet.")
}

function transactionRow(transaction: TransactionRecord): Html {
  const { id, order_number, order_status, type, status, reason_code } = transaction
  return html`<tr>
    <td><strong>${order_number}</strong> ${type}<br />
      <span class="small">${moment(transaction.created_at)} · ${transaction.holder_name} · ${id}</span></td>
    <td>${transaction.amount} ${transaction.currency}</td>
    <td><span class="state">${status}${reason_code === null ? "" : ` (${reason_code})`}</span><br />
      <span class="small">order ${order_status}</span></td>
    <td>${isDebit(transaction) ? actions(transaction) : "–"}</td>
  </tr>`
}

function isDebit({ type, status }: TransactionRecord): boolean {
  return type !== "sdd_refund" && status !== "pending" && status !== "declined"
}

function actions({ id, order_number, status }: TransactionRecord): Html {
  const to = (action: string) => `/console/transactions/${id}/${action}`
  return html`${status === "approved"
      ? html`<form method="post" action="${to("settle")}">
          <button aria-label="Settle ${order_number}">Settle</button>
        </form>`
      : ""}
    <details><summary aria-label="Bounce, charge back or refund ${order_number}">Bounce, charge back, refund</summary>
      <form class="row" method="post" action="${to("bounce")}">${reasonField()}<button>Bounce</button></form>
      <form class="row" method="post" action="${to("chargeback")}">
        ${reasonField("MD06")}${amountField()}<button>Charge back</button>
      </form>
      <form class="row" method="post" action="${to("refund")}">${amountField()}<button>Refund</button></form>
    </details>`
}

function reasonField(chosen = "AM04"): Html {
  const options = Object.entries(REASONS).map(
    ([code, { meaning }]) => html`<option value="${code}" ${code === chosen ? "selected" : ""}>${code}: ${meaning}</option>`,
  )
  return html`<label>Reason<br /><select name="reason_code">${options}</select></label>`
}

function amountField(): Html {
  return html`<label>Amount<br /><input type="text" name="amount" inputmode="decimal" placeholder="all" /></label>`
}

function subscriptionTable(subscriptions: SubscriptionRecord[]): Html {
  const rows = subscriptions.map(
    (subscription) => html`<tr>
      <td>${subscription.billing_frequency ?? "no frequency"}<br /><span class="small">${subscription.id}</span></td>
      <td>${subscription.billing_amount} ${subscription.currency}</td>
      <td><span class="state">${subscription.status}</span><br />
        <span class="small">${subscription.successful_billing_count} billed, next
          ${subscription.next_billing_date ?? "never"}</span></td>
      <td><form method="post" action="/console/subscriptions/${subscription.id}/rebill">
        <button aria-label="Rebill ${subscription.id}">Rebill</button></form></td>
    </tr>`,
  )
  return table(["Subscription", "Amount", "State", "What happens next"], rows, "No recurring session was completed yet.")
}

function deliveryTable(deliveries: DeliveryRecord[]): Html {
  const rows = deliveries.map(
    ({ id, event, attempt, status, at }) => html`<tr>
      <td>${id}. <strong>${event}</strong><br /><span class="small">${moment(at)}, try ${attempt}</span></td>
      <td><span class="state">${status ?? "no answer"}</span></td>
      <td><form method="post" action="/console/deliveries/${id}/resend">
        <button aria-label="Send delivery ${id} again">Send again</button></form></td>
    </tr>`,
  )
  return html`<form class="row" method="post" action="/console/hold"><button>Hold from now on</button></form>
    <form class="row" method="post" action="/console/release">
      ${["in-order", "reversed", "shuffled"].map(
        (order) => html`<button name="order" value="${order}">Release ${order.replace("-", " ")}</button>`,
      )}
    </form>
    ${table(["Delivery", "Answer", "What happens next"], rows, "No webhook was delivered yet.")}`
}

function faultForm({ faults }: Sandbox): Html {
  const fields = Object.entries(faults).map(([name, value]) => {
    const label = name.replace(/[A-Z]+|\d+/g, (part) => ` ${part.toLowerCase()}`)
    if (typeof value === "boolean") {
      return html`<label class="tick"><input type="checkbox" name="${name}" ${value ? "checked" : ""} /> ${label}</label>`
    }
    return typeof value === "number"
      ? html`<label>${label}<br /><input type="number" name="${name}" min="0" value="${value}" /></label>`
      : ""
  })
  return html`<form method="post" action="/console/faults">${fields}
    <div class="buttons"><button>Save faults</button></div></form>`
}

function switchForm(switches: Switches): Html {
  const changed = SWITCH_NAMES.filter((name) => switches[name] !== SWITCHES[name].answers[0])
  return html`<p>What CatalystPay's documentation leaves open. Every answer in force is the first one${
      changed.length === 0 ? "." : html`, but for <strong>${changed.join(", ")}</strong>.`
    }</p>
    <details><summary>All ${SWITCH_NAMES.length} switches</summary>
      <form method="post" action="/console/switches">
        ${SWITCH_NAMES.map((name) => switchField(name, switches[name]))}
        <div class="buttons"><button class="primary">Save switches</button></div>
      </form>
    </details>`
}

function switchField(name: SwitchName, chosen: string): Html {
  const { section: number, question, answers } = SWITCHES[name]
  const options = answers.map((answer) => html`<option ${answer === chosen ? "selected" : ""}>${answer}</option>`)
  return html`<div class="switch ${chosen === answers[0] ? "" : "changed"}">
    <label for="${name}">${question} <span class="small">${name}, section ${number}</span></label>
    <select id="${name}" name="${name}">${options}</select>
  </div>`
}

/** 2026-03-10 10:00:00 UTC */
function moment(iso: string): string {
  return `${iso.slice(0, 19).replace("T", " ")} UTC`
}

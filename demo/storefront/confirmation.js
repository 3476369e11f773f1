import { field } from "./form.js"
import { memory } from "./memory.js"
import { element, money } from "./shop.js"

const POLL_MS = 700
const FIELDS = "id,display_id,email,total,currency_code,payment_status"

const STEPS = [
  { id: "placed", title: "Order placed", text: "We have your order." },
  { id: "authorized", title: "Debit accepted", text: "The bank has accepted the debit; the payment is authorised." },
  { id: "captured", title: "Payment confirmed", text: "CatalystPay's webhook confirmed it; the payment is captured." },
]

const REACHED = { authorized: 2, partially_captured: 2, captured: 3 }

/** Shows a placed order and follows its payment until the webhook has captured it. */
export async function showConfirmation(store, config, orderId) {
  memory.orderId = orderId
  memory.cartId = null
  field("done").hidden = false
  field("order-link").hidden = config.admin_url === null
  field("order-link").href = `${config.admin_url}/orders/${orderId}`
  field("calls-link").hidden = config.sandbox_url === null
  field("calls-link").href = `${config.sandbox_url}/control/deliveries`
  field("done-title").focus()
  for (let status = ""; status !== "captured"; await pause()) {
    const answer = await store.get(`/store/orders/${orderId}?fields=${FIELDS}`).catch(() => null)
    if (answer !== null && answer.order.payment_status !== status) {
      status = answer.order.payment_status
      showOrder(answer.order)
    }
  }
}

function showOrder({ display_id, email, total, currency_code, payment_status }) {
  const sum = money(total, currency_code)
  field("done-text").textContent = `Order no. ${display_id} over ${sum}, for ${email}.`
  const reached = REACHED[payment_status] ?? 1
  field("timeline").replaceChildren(
    ...STEPS.map(({ title, text }, index) => {
      const state = index < reached ? "reached" : index === reached ? "next" : ""
      const said = index < reached ? text : index === reached ? "Waiting …" : ""
      return element("li", { className: state }, element("strong", {}, title), element("span", {}, said))
    }),
  )
}

const pause = () => new Promise((resolve) => setTimeout(resolve, POLL_MS))

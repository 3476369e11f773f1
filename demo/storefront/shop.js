import { field } from "./form.js"
import { group } from "./iban-field.js"
import { picture } from "./pictures.js"

/** The parts of the page that are made from the shop's answers. */

export const money = (amount, currency) =>
  new Intl.NumberFormat("en-IE", { style: "currency", currency: currency.toUpperCase() }).format(amount)

export function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties)
  node.append(...children)
  return node
}

export function showProducts(products, chosenVariantId) {
  const cards = products.map((product) => {
    const chosen = product.variants.some((variant) => variant.id === chosenVariantId)
    const cheapest = Math.min(...product.variants.map(priceOf))
    const several = product.variants.length > 1 ? "from " : ""
    return element(
      "label",
      { className: "card" },
      element("input", { type: "radio", name: "product", value: product.id, checked: chosen }),
      picture(product.handle),
      element("span", { className: "card-title" }, product.title),
      element("span", { className: "card-price" }, `${several}${money(cheapest, "eur")}`),
      element("span", { className: "card-text" }, product.description ?? ""),
    )
  })
  field("products").replaceChildren(...cards)
}

export function showVariants(product, chosenVariantId) {
  const options = product.variants.map((variant) =>
    element(
      "option",
      { value: variant.id, selected: variant.id === chosenVariantId },
      `${variant.title} · ${money(priceOf(variant), "eur")}`,
    ),
  )
  field("variant").replaceChildren(...options)
}

export function showCountries(codes, chosen) {
  const names = new Intl.DisplayNames(["en"], { type: "region" })
  const options = codes.map((code) =>
    element("option", { value: code, selected: code === chosen }, names.of(code.toUpperCase()) ?? code),
  )
  field("country_code").replaceChildren(...options)
}

export function showShipping(options, chosenId) {
  const choices = options.map((option) =>
    element(
      "label",
      { className: "choice" },
      element("input", { type: "radio", name: "shipping", value: option.id, checked: option.id === chosenId }),
      element("span", { className: "choice-name" }, option.name),
      element("span", { className: "choice-text" }, option.type?.description ?? ""),
      element("span", { className: "choice-price" }, money(option.amount, "eur")),
    ),
  )
  field("shipping").replaceChildren(...choices)
}

export function showSummary(cart) {
  const rows = [
    ...(cart.items ?? []).map((item) => [
      `${item.quantity} × ${item.product_title} (${item.variant_title})`,
      item.unit_price * item.quantity,
    ]),
    [cart.shipping_methods?.[0]?.name ?? "Delivery", cart.shipping_subtotal],
    ["Value added tax", cart.tax_total],
  ]
  const total = element(
    "div",
    { className: "total" },
    element("dt", {}, "Total"),
    element("dd", {}, money(cart.total, cart.currency_code)),
  )
  field("summary").replaceChildren(
    ...rows.map(([name, amount]) =>
      element("div", {}, element("dt", {}, name), element("dd", {}, money(amount ?? 0, cart.currency_code))),
    ),
    total,
  )
  field("pay").textContent = `Pay ${money(cart.total, cart.currency_code)}`
}

export function showMandate({ text }) {
  field("mandate-text").replaceChildren(...text.split("\n\n").map((paragraph) => element("p", {}, paragraph)))
}

export function showTestIbans(tests, choose) {
  const rows = tests.map(({ iban, outcome, note }) => {
    const button = element("button", { type: "button", className: "test-iban" }, group(iban))
    button.addEventListener("click", () => choose(iban))
    const kind = element("span", { className: `outcome ${outcome}` }, outcome.replace("_", " "))
    return element("li", {}, button, kind, element("span", { className: "note" }, note))
  })
  field("test-ibans").replaceChildren(...rows)
}

export function showLinks({ admin_url, sandbox_url }) {
  field("test-badge").hidden = sandbox_url === null
  for (const [id, url] of [
    ["admin-link", admin_url],
    ["sandbox-link", sandbox_url],
  ]) {
    field(id).hidden = url === null
    field(id).href = url ?? ""
  }
}

function priceOf(variant) {
  return variant.calculated_price?.calculated_amount ?? 0
}

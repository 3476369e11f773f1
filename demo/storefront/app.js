import { createCart } from "./cart.js"
import { showConfirmation } from "./confirmation.js"
import { checkAddress, checkPayment, field, readAddress, showError } from "./form.js"
import { compact, group, setUpIbanField } from "./iban-field.js"
import { memory } from "./memory.js"
import {
  showCountries,
  showLinks,
  showMandate,
  showProducts,
  showShipping,
  showSummary,
  showTestIbans,
  showVariants,
} from "./shop.js"
import { createStore } from "./store.js"

const PRODUCT_FIELDS = "id,title,handle,description,*variants,*variants.calculated_price"

const config = await (await fetch("/config.json")).json()
const store = createStore(config)
const cart = createCart(store, config)

let products = []
let mandate = null

const chosen = (name) => document.querySelector(`input[name="${name}"]:checked`)?.value
const sessionPath = (rest) => `/store/catalystpay/payment-sessions/${cart.session.id}${rest}`

await open().catch((error) => {
  field("loading").hidden = false
  field("loading").className = "notice bad"
  field("loading").textContent = error.message
})

async function open() {
  showLinks(config)
  const verificationId = takeVerificationId()
  if (memory.orderId !== null) {
    return confirm(memory.orderId)
  }
  await cart.load()
  const { session } = cart
  if (session?.data.status === "awaiting_verification") {
    return verificationId === null ? waitForSignature(session) : returnFromSignature(verificationId)
  }
  await openForm()
}

/** The id must not stay in the address: a reload would use it again. */
function takeVerificationId() {
  const id = new URLSearchParams(location.search).get("verification_id")
  if (location.search !== "") {
    history.replaceState(null, "", location.pathname)
  }
  return id
}

async function openForm() {
  const [{ products: list }, { shipping_options }] = await Promise.all([
    store.get(`/store/products?region_id=${config.region_id}&fields=${PRODUCT_FIELDS}`),
    loadShipping(),
  ])
  products = list
  const [item] = cart.current?.items ?? []
  const variantId = item?.variant_id ?? config.variant_id
  showProducts(products, variantId)
  showVariants(productOf(variantId), variantId)
  field("quantity").value = String(item?.quantity ?? 1)
  prefillAddress()
  showShipping(shipping_options, cart.current?.shipping_methods?.[0]?.shipping_option_id ?? shipping_options[0]?.id)
  showTestIbans(config.test_ibans, chooseTestIban)
  setUpIbanField({
    input: field("iban"),
    bank: field("iban-bank"),
    check: checkIban,
    showError: (message) => showError("iban", message),
  })
  listen()
  field("loading").hidden = true
  field("checkout").hidden = false
  await refresh()
}

/** Delivery is offered for a cart, so there has to be one. */
async function loadShipping() {
  if (cart.current === null) {
    await cart.make({ shipping_address: { country_code: config.shopper.country_code } })
  }
  return store.get(`/store/shipping-options?cart_id=${cart.current.id}`)
}

function prefillAddress() {
  const { email, ...sample } = config.shopper
  const known = cart.current?.shipping_address ?? {}
  const { country_code, ...rest } = Object.fromEntries(
    Object.entries(sample).map(([id, value]) => [id, known[id] ?? value]),
  )
  field("email").value = cart.current?.email ?? email
  Object.entries(rest).forEach(([id, value]) => {
    field(id).value = value
  })
  field("holder").value = `${rest.first_name} ${rest.last_name}`
  showCountries(config.countries, country_code)
}

function listen() {
  field("products").addEventListener("change", () => {
    showVariants(products.find((product) => product.id === chosen("product")))
    void refresh()
  })
  for (const id of ["variant", "quantity", "shipping", "country_code", "email", "postal_code", "city"]) {
    field(id).addEventListener("change", () => void refresh())
  }
  for (const id of ["email", "first_name", "last_name", "address_1", "postal_code", "city", "holder", "accept"]) {
    field(id).addEventListener("input", () => showError(id, ""))
  }
  field("iban").addEventListener("input", () => alertPayment(""))
  field("checkout").addEventListener("submit", (event) => {
    event.preventDefault()
    void pay()
  })
}

/** Brings cart, summary, payment session and mandate to what the form says. */
async function refresh() {
  if (!checkAddress({ quiet: true })) {
    return
  }
  try {
    say("Calculating …")
    const wish = {
      email: field("email").value.trim(),
      address: readAddress(),
      variant_id: field("variant").value,
      quantity: Number(field("quantity").value),
      shipping_option_id: chosen("shipping"),
    }
    const brought = await cart.bring(wish, showSummary)
    mandate = brought.mandate
    showMandate(mandate)
    say("")
  } catch (error) {
    say("")
    alertPayment(error.message)
  }
}

async function checkIban(iban) {
  await cart.settled()
  return store.post("/store/catalystpay/iban", { iban, payment_session_id: cart.session?.id })
}

function chooseTestIban(iban) {
  field("iban").value = group(iban)
  field("iban").dispatchEvent(new Event("input"))
  field("iban").focus()
}

async function pay() {
  alertPayment("")
  const complete = [checkPayment(), checkAddress({ quiet: false })].every(Boolean)
  if (!complete) {
    return
  }
  busy(true)
  try {
    await refresh()
    if (!field("payment-alert").hidden) {
      return
    }
    say("Checking your account …")
    const iban = compact(field("iban").value)
    const answer = await checkIban(iban)
    if (!answer.valid) {
      showError("iban", answer.error?.message ?? "This IBAN is not valid.")
      field("iban").focus()
      return
    }
    await store.post(sessionPath("/bank-account"), {
      iban,
      iban_holder_name: field("holder").value.trim(),
      mandate: { accepted: true, locale: "en", text_version: mandate.text_version },
    })
    say("Asking your bank …")
    await complete_()
  } catch (error) {
    // Whatever was wrong with the payment session, the next try gets a fresh one.
    cart.dropSession()
    alertPayment(error.message)
  } finally {
    say("")
    busy(false)
  }
}

/** Turns the cart into an order, or says what is between it and the order. */
async function complete_() {
  const answer = await store.post(`/store/carts/${cart.current.id}/complete`)
  if (answer.type === "order") {
    return confirm(answer.order.id)
  }
  const session = cart.adopt(answer.cart.payment_collection)
  if (session?.data.status === "awaiting_verification" && session.data.verification_url) {
    location.assign(session.data.verification_url)
    return
  }
  alertPayment(session?.data.error?.message ?? answer.error.message)
  // Another account needs another mandate.
  field("accept").checked = false
  field("iban").select()
}

async function returnFromSignature(verificationId) {
  field("loading").textContent = "Confirming your signature …"
  try {
    await store.post(sessionPath("/verification"), { verification_id: verificationId })
    await complete_()
  } catch (error) {
    alertPayment(error.message)
  }
  if (memory.orderId === null) {
    await openForm()
  }
}

function waitForSignature(session) {
  field("loading").hidden = true
  field("waiting").hidden = false
  field("waiting-link").href = session.data.verification_url
  field("waiting-title").focus()
}

function confirm(orderId) {
  field("loading").hidden = true
  field("checkout").hidden = true
  // An account number has no business in a page that no longer needs it.
  field("iban").value = ""
  field("again").addEventListener("click", () => {
    memory.orderId = null
    cart.forget()
    location.assign("/")
  })
  void showConfirmation(store, config, orderId)
}

function productOf(variantId) {
  return products.find((product) => product.variants.some((variant) => variant.id === variantId)) ?? products[0]
}

function alertPayment(message) {
  const alert = field("payment-alert")
  alert.textContent = message
  alert.hidden = message === ""
  if (message !== "") {
    alert.focus()
  }
}

function busy(isBusy) {
  field("pay").disabled = isBusy
  field("checkout").setAttribute("aria-busy", String(isBusy))
}

function say(text) {
  field("progress").textContent = text
}

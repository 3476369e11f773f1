/** The checkout form's fields: what they say, and what is wrong with them. */

const ADDRESS = ["first_name", "last_name", "address_1", "postal_code", "city", "country_code"]

const MISSING = {
  email: "Please enter your e-mail address.",
  first_name: "Please enter your first name.",
  last_name: "Please enter your last name.",
  address_1: "Please enter street and number.",
  postal_code: "Please enter your postal code.",
  city: "Please enter your city.",
  iban: "Please enter your IBAN.",
  holder: "Please enter the name of the account holder.",
  accept: "Please accept the mandate to pay by direct debit.",
}

export const field = (id) => document.getElementById(id)

/** Puts a sentence beside a field and ties both together for screen readers; an empty one takes it away. */
export function showError(id, message) {
  const input = field(id)
  field(`${id}-error`).textContent = message
  if (message === "") {
    input.removeAttribute("aria-invalid")
  } else {
    input.setAttribute("aria-invalid", "true")
  }
}

/** The address as the store API takes it. */
export function readAddress() {
  return Object.fromEntries(ADDRESS.map((id) => [id, field(id).value.trim()]))
}

/** Whether the address is complete; says so beside the fields unless it is to be quiet. */
export function checkAddress({ quiet }) {
  return checkAll(["email", ...ADDRESS.filter((id) => id !== "country_code")], quiet)
}

export function checkPayment() {
  return checkAll(["iban", "holder", "accept"], false)
}

function checkAll(ids, quiet) {
  const wrong = ids.filter((id) => problemOf(field(id)) !== "")
  if (!quiet) {
    ids.forEach((id) => showError(id, problemOf(field(id))))
    field(wrong[0] ?? "")?.focus()
  }
  return wrong.length === 0
}

function problemOf(input) {
  const empty = input.type === "checkbox" ? !input.checked : input.value.trim() === ""
  if (empty) {
    return MISSING[input.id]
  }
  return input.type === "email" && !input.checkValidity() ? "This is not an e-mail address." : ""
}

// As a storefront's server renders the form: with Node alone, from the installed package.
import { createElement } from "react"
import { renderToString } from "react-dom/server"
import { createSepaClient, de } from "medusa-payment-catalystpay/storefront"
import { SepaDebitForm } from "medusa-payment-catalystpay/storefront/react"

const nobody = { client: { fetch: () => Promise.reject(new Error("Nobody is asked while a server renders.")) } }
const client = createSepaClient(nobody)
console.log(renderToString(createElement(SepaDebitForm, { client, cart: { id: "cart_1" }, texts: de, onPlaced: () => undefined })))

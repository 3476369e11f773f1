import { randomUUID } from "node:crypto"
import type { SeededShop } from "../../../demo/seed/index"
import {
  cartAnswer,
  collectionAnswer,
  orderAnswer,
  paymentSessionAnswer,
  placedAnswer,
  tokenAnswer,
  type OrderAnswer,
  type PaymentSessionAnswer,
} from "./answers"
import { PROVIDER_ID } from "./environment"
import type { Answer, HttpClient } from "./http-client"
import type { PreparedCarts } from "./prepared-carts"

export const ADDRESS = {
  first_name: "Max",
  last_name: "Mustermann",
  address_1: "Musterstraße 42",
  city: "Berlin",
  postal_code: "10115",
  country_code: "de",
}

const ORDER_FIELDS = "+payment_status,*payment_collections.payments,*payment_collections.payment_sessions"
const PASSWORD = "supersecret-integration"

type Fields = Record<string, unknown>

/** A shopper at the store's HTTP API: each call is one that a storefront makes. */
export class Shopper {
  readonly email = `shopper-${randomUUID()}@example.com`
  cartId = ""
  collectionId = ""
  /** Medusa's payment session. */
  sessionId = ""
  private token: string | null = null

  constructor(
    private readonly http: HttpClient,
    private readonly shop: SeededShop,
    private readonly prepared: PreparedCarts | null = null,
  ) {}

  async call(method: string, url: string, data?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.http.call(method, url, data, {
      "x-publishable-api-key": this.shop.publishable_key,
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      ...headers,
    })
  }

  /** Registers and logs in: from here on the shopper is a customer with an account. */
  async register(): Promise<void> {
    const credentials = { email: this.email, password: PASSWORD }
    const registered = await this.call("POST", "/auth/customer/emailpass/register", credentials)
    this.token = tokenAnswer.parse(registered.body).token
    await this.call("POST", "/store/customers", { email: this.email, first_name: "Max", last_name: "Mustermann" })
    await this.logIn()
  }

  async logIn(): Promise<void> {
    this.token = null
    const answer = await this.call("POST", "/auth/customer/emailpass", { email: this.email, password: PASSWORD })
    this.token = tokenAnswer.parse(answer.body).token
  }

  logOut(): void {
    this.token = null
  }

  /**
   * A cart with one product and a shipping method, for an address in Germany: one that is prepared, as long as there is one
   * and nobody is logged in. `change` is merged over what a new cart has otherwise.
   */
  async fillCart(change?: Fields): Promise<void> {
    const prepared = change || this.token ? null : await this.prepared?.handTo(this.email)
    if (prepared) {
      this.cartId = prepared
      return
    }
    await this.newCart({
      billing_address: ADDRESS,
      shipping_address: ADDRESS,
      items: [{ variant_id: this.shop.variant_id, quantity: 1 }],
      ...change,
    })
    await this.call("POST", `/store/carts/${this.cartId}/shipping-methods`, { option_id: this.shop.shipping_option_id })
  }

  async newCart(fields: Fields): Promise<void> {
    const data = { region_id: this.shop.region_id, email: this.email, ...fields }
    const { body } = await this.call("POST", "/store/carts", data)
    this.cartId = cartAnswer.parse(body).cart.id
  }

  async addItem(): Promise<Answer> {
    const data = { variant_id: this.shop.variant_id, quantity: 1 }
    return this.call("POST", `/store/carts/${this.cartId}/line-items`, data)
  }

  async openCollection(): Promise<void> {
    const { body } = await this.call("POST", "/store/payment-collections", { cart_id: this.cartId })
    this.collectionId = collectionAnswer.parse(body).payment_collection.id
  }

  /** Creates the payment session; `data` is what a storefront, or an attacker, sends along. */
  async openSession(data?: unknown, provider_id = PROVIDER_ID, headers: Record<string, string> = {}): Promise<Answer> {
    const url = `/store/payment-collections/${this.collectionId}/payment-sessions`
    const answer = await this.call("POST", url, { provider_id, ...(data === undefined ? {} : { data }) }, headers)
    const opened = collectionAnswer.safeParse(answer.body).data?.payment_collection.payment_sessions?.[0]
    this.sessionId = opened?.id ?? this.sessionId
    return answer
  }

  async giveBankAccount(iban: string, change: Fields = {}): Promise<Answer> {
    return this.ofSession("POST", "bank-account", {
      iban,
      iban_holder_name: "Max Mustermann",
      mandate: { accepted: true, locale: "en" },
      ...change,
    })
  }

  async returnFromVerification(verification_id?: string): Promise<Answer> {
    return this.ofSession("POST", "verification", verification_id ? { verification_id } : {})
  }

  /** Gives the payment up instead of signing the mandate. */
  async giveUp(): Promise<Answer> {
    return this.ofSession("DELETE", "verification")
  }

  /** Pays an order that is placed and not paid. */
  async authorize(): Promise<Answer> {
    return this.ofSession("POST", "authorization", {})
  }

  async mandate(locale?: string): Promise<Answer> {
    return this.ofSession("GET", `mandate${locale ? `?locale=${locale}` : ""}`)
  }

  /** One of our routes below the shopper's payment session. */
  async ofSession(method: string, path: string, data?: unknown): Promise<Answer> {
    return this.call(method, `/store/catalystpay/payment-sessions/${this.sessionId}/${path}`, data)
  }

  async complete(): Promise<Answer> {
    return this.call("POST", `/store/carts/${this.cartId}/complete`)
  }

  /** Completes the cart, which has to place an order. */
  async placeOrder(): Promise<OrderAnswer> {
    const { body } = await this.complete()
    return this.order(placedAnswer.parse(body).order.id)
  }

  async sessions(): Promise<PaymentSessionAnswer[]> {
    const { body } = await this.call("GET", `/store/carts/${this.cartId}?fields=*payment_collection.payment_sessions`)
    return cartAnswer.parse(body).cart.payment_collection?.payment_sessions ?? []
  }

  async session(): Promise<PaymentSessionAnswer> {
    return paymentSessionAnswer.parse((await this.sessions())[0])
  }

  /** Whether the cart can still be completed, which a stranger's webhook must not change. */
  async cartIsOpen(): Promise<boolean> {
    const { body } = await this.call("GET", `/store/carts/${this.cartId}?fields=id,completed_at`)
    return !cartAnswer.parse(body).cart.completed_at
  }

  async order(orderId: string): Promise<OrderAnswer> {
    const { body } = await this.call("GET", `/store/orders/${orderId}?fields=${ORDER_FIELDS}`)
    return orderAnswer.parse(typeof body === "object" && body !== null && "order" in body ? body.order : undefined)
  }

  /** Up to the point where only the IBAN is missing. */
  async goToPayment(change?: Fields): Promise<void> {
    await this.fillCart(change)
    await this.openCollection()
    await this.openSession()
  }
}

import { randomUUID } from "node:crypto"
import type { SeededShop } from "../../../demo/seed/index"
import { PROVIDER_ID } from "./environment"

/** The part of axios that the tests use; every status is an answer. */
export interface Http {
  request(config: {
    method: string
    url: string
    data?: unknown
    headers?: Record<string, string>
    validateStatus: () => boolean
  }): Promise<{ status: number; data: unknown; headers: Record<string, unknown> }>
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read freely in tests, as a storefront would
type Body = any

export interface Answer {
  status: number
  body: Body
}

/** Everything that any browser was answered, to be searched for what must not be there. */
export const answersSeen: string[] = []

/** A shopper at the store's HTTP API: each call is one that a storefront makes. */
export class Shopper {
  readonly email = `shopper-${randomUUID()}@example.com`
  cartId = ""
  collectionId = ""
  sessionId = ""
  private token: string | null = null

  constructor(
    private readonly http: Http,
    private readonly shop: SeededShop,
  ) {}

  async call(method: string, url: string, data?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await this.http.request({
      method,
      url,
      data,
      headers: {
        "x-publishable-api-key": this.shop.publishable_key,
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...headers,
      },
      validateStatus: () => true,
    })
    answersSeen.push(JSON.stringify(response.data))
    return { status: response.status, body: response.data }
  }

  /** Registers and logs in: from here on the shopper is a customer with an account. */
  async register(): Promise<void> {
    const credentials = { email: this.email, password: "supersecret-integration" }
    const registered = await this.call("POST", "/auth/customer/emailpass/register", credentials)
    this.token = registered.body.token
    await this.call("POST", "/store/customers", { email: this.email, first_name: "Max", last_name: "Mustermann" })
    const loggedIn = await this.call("POST", "/auth/customer/emailpass", credentials)
    this.token = loggedIn.body.token
  }

  logOut(): void {
    this.token = null
  }

  /** A cart with one product, an address in Germany and a shipping method. */
  async fillCart(address: Record<string, unknown> = {}): Promise<Body> {
    const billing_address = {
      first_name: "Max",
      last_name: "Mustermann",
      address_1: "Musterstraße 42",
      city: "Berlin",
      postal_code: "10115",
      country_code: "de",
      ...address,
    }
    const { body } = await this.call("POST", "/store/carts", {
      region_id: this.shop.region_id,
      email: this.email,
      billing_address,
      shipping_address: billing_address,
      items: [{ variant_id: this.shop.variant_id, quantity: 1 }],
    })
    this.cartId = body.cart.id
    const shipped = await this.call("POST", `/store/carts/${this.cartId}/shipping-methods`, {
      option_id: this.shop.shipping_option_id,
    })
    return shipped.body.cart
  }

  async openCollection(): Promise<void> {
    const { body } = await this.call("POST", "/store/payment-collections", { cart_id: this.cartId })
    this.collectionId = body.payment_collection.id
  }

  /** Creates the payment session; `data` is what a storefront, or an attacker, sends along. */
  async openSession(data?: Record<string, unknown>): Promise<Answer> {
    const answer = await this.call("POST", `/store/payment-collections/${this.collectionId}/payment-sessions`, {
      provider_id: PROVIDER_ID,
      ...(data ? { data } : {}),
    })
    this.sessionId = answer.body.payment_collection?.payment_sessions?.[0]?.id ?? this.sessionId
    return answer
  }

  async giveBankAccount(iban: string, change: Record<string, unknown> = {}): Promise<Answer> {
    return this.call("POST", `/store/catalystpay/payment-sessions/${this.sessionId}/bank-account`, {
      iban,
      iban_holder_name: "Max Mustermann",
      mandate: { accepted: true, locale: "en" },
      ...change,
    })
  }

  async returnFromVerification(verification_id?: string): Promise<Answer> {
    const body = verification_id ? { verification_id } : {}
    return this.call("POST", `/store/catalystpay/payment-sessions/${this.sessionId}/verification`, body)
  }

  async complete(): Promise<Answer> {
    return this.call("POST", `/store/carts/${this.cartId}/complete`)
  }

  async session(): Promise<Body> {
    const { body } = await this.call("GET", `/store/carts/${this.cartId}?fields=*payment_collection.payment_sessions`)
    return body.cart.payment_collection.payment_sessions[0]
  }

  async order(orderId: string): Promise<Body> {
    const fields = "+payment_status,*payment_collections.payments,*payment_collections.payment_sessions"
    const { body } = await this.call("GET", `/store/orders/${orderId}?fields=${fields}`)
    return body.order
  }

  /** Up to the point where only the IBAN is missing. */
  async goToPayment(): Promise<void> {
    await this.fillCart()
    await this.openCollection()
    await this.openSession()
  }
}

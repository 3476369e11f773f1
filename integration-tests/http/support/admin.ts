import { z } from "zod"
import { tokenAnswer } from "./answers"
import { ADMIN } from "./environment"
import type { Answer, HttpClient } from "./http-client"

const ORDER_FIELDS = [
  "*",
  "+metadata",
  "*items",
  "*transactions",
  "*payment_collections",
  "*payment_collections.payments",
  "*payment_collections.payments.captures",
  "*payment_collections.payments.refunds",
  "*payment_collections.payment_sessions",
].join(",")

const withId = z.looseObject({ id: z.string() })
const orders = z.object({ orders: z.array(withId) })
const debits = z.object({ debits: z.array(withId) })

/** The merchant at the dashboard's HTTP API. */
export class Admin {
  private token: Promise<string> | null = null

  constructor(private readonly http: HttpClient) {}

  async get(path: string): Promise<unknown> {
    return this.call("GET", path)
  }

  async post(path: string, data: unknown = {}): Promise<unknown> {
    return this.call("POST", path, data)
  }

  /** Any status for an answer. */
  async answer(method: string, path: string, data?: unknown): Promise<Answer> {
    this.token ??= this.logIn()
    return this.http.call(method, path, data, { authorization: `Bearer ${await this.token}` })
  }

  /** Reads everything that our pages of the dashboard can show. */
  async lookAtTheLedger(): Promise<void> {
    const ledger = debits.parse(await this.get("/admin/catalystpay/debits"))
    await Promise.all([
      ...ledger.debits.map(({ id }) => this.get(`/admin/catalystpay/debits/${id}`)),
      this.get("/admin/catalystpay/health"),
      this.get("/admin/catalystpay/problems?limit=100"),
      this.get("/admin/catalystpay/webhook-deliveries?limit=100"),
      this.get("/admin/catalystpay/reconcile?limit=100"),
    ])
  }

  /** Reads what Medusa's own pages show of orders and their payments: nothing that is not in its tables, word for word. */
  async lookAtTheOrders(): Promise<void> {
    const listed = orders.parse(await this.get("/admin/orders?fields=id"))
    await Promise.all([
      ...listed.orders.map(({ id }) => this.get(`/admin/orders/${id}?fields=${ORDER_FIELDS}`)),
      this.get("/admin/payments?fields=*,*captures,*refunds,*payment_collection"),
      this.get("/admin/workflows-executions?limit=200"),
    ])
  }

  /** @throws when it is not answered with a success: the dashboard would not see anything either */
  private async call(method: string, path: string, data?: unknown): Promise<unknown> {
    const { status, body } = await this.answer(method, path, data)
    expect({ path, status }).toEqual({ path, status: 200 })
    return body
  }

  private async logIn(): Promise<string> {
    const { body } = await this.http.call("POST", "/auth/user/emailpass", ADMIN)
    return tokenAnswer.parse(body).token
  }
}

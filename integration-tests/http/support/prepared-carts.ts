import type { Database } from "./database"

/**
 * Carts that are filled before the first test. After each test the database gets its rows back, and so the next one finds
 * them as they were: Medusa fills a cart at the expense of a third of a whole checkout.
 */
export class PreparedCarts {
  private readonly carts: { id: string; email: string }[] = []
  private taken = 0

  constructor(private readonly database: Database) {}

  add(id: string, email: string): void {
    this.carts.push({ id, email })
  }

  /** A test has begun: it finds all of them. */
  giveBack(): void {
    this.taken = 0
  }

  /** Hands a cart to a shopper. @returns its id, or null when there is none left */
  async handTo(email: string): Promise<string | null> {
    const cart = this.carts[this.taken]
    if (!cart) {
      return null
    }
    this.taken += 1
    await this.database.rows("update cart set email = ? where id = ? returning id", [email, cart.id])
    await this.database.rows("update customer set email = ? where email = ? returning id", [email, cart.email])
    return cart.id
  }
}

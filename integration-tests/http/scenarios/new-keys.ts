import { randomBytes } from "node:crypto"
import { placedAnswer } from "../support/answers"
import { API_KEY, NEXT_API_KEY, NEXT_SECRET, WEBHOOK_SECRET } from "../support/environment"
import { eventually } from "../support/eventually"
import { APPROVED } from "../support/ibans"
import { SecondServer } from "../support/second-server"
import type { Shop } from "../support/shop-suite"
import { Shopper } from "../support/shopper"
import { OWN_HOOK } from "../support/webhook-sender"

export function newKeys(shop: Shop): void {
  it("goes on with what was begun under the old ones: sealing key, API key and webhook secret, all at once", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    expect((await shopper.giveBankAccount(APPROVED)).status).toBe(200)
    const { sealed_iban } = await shop.database.debit(shopper.sessionId)
    const oldKeys = process.env.CATALYSTPAY_ENCRYPTION_KEY ?? ""

    shop.sandbox.setApiKeys([API_KEY, NEXT_API_KEY])
    const server = await SecondServer.start(shop, {
      CATALYSTPAY_ENCRYPTION_KEY: `${randomBytes(32).toString("base64")} ${oldKeys}`,
      CATALYSTPAY_API_KEY: NEXT_API_KEY,
      CATALYSTPAY_WEBHOOK_SECRET: `${NEXT_SECRET} ${WEBHOOK_SECRET}`,
    })
    try {
      shop.sandbox.setApiKeys([NEXT_API_KEY])
      shop.sandbox.setWebhooks({ url: server.http.baseUrl() + OWN_HOOK, secret: NEXT_SECRET })
      const key = { "x-publishable-api-key": shop.seeded().publishable_key }
      const { body } = await server.http.call("POST", `/store/carts/${shopper.cartId}/complete`, undefined, key)
      const order = placedAnswer.parse(body).order.id
      await eventually(() => shopper.order(order), ({ payment_status }) => payment_status === "captured")

      const next = new Shopper(server.http, shop.seeded())
      await next.goToPayment()
      expect((await next.giveBankAccount(APPROVED)).status).toBe(200)
      const keyOf = (sealed: unknown) => String(sealed).split(".")[1]
      expect(keyOf((await shop.database.debit(next.sessionId)).sealed_iban)).not.toBe(keyOf(sealed_iban))
      shop.sandbox.setWebhooks({ url: server.http.baseUrl() + OWN_HOOK, secret: WEBHOOK_SECRET })
      const { id } = await next.placeOrder()
      await eventually(() => next.order(id), ({ payment_status }) => payment_status === "captured")
      expect(await shop.database.rows("select code from catalystpay_problem where closed_at is null")).toEqual([])
      // What the other process writes is part of what is searched.
      expect(shop.log()).toContain(`ready on port: ${new URL(server.http.baseUrl()).port}`)
    } finally {
      await server.kill()
    }
  })
}
